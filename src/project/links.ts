/** Finds out which file of the project a symbolic link means, from the written targets alone. */
import { LIMITS } from './limits.js';

export type LinkEnd = { readonly path: string } | 'leads-out' | 'leads-nowhere';

/**
 * Never asks the file system, so that a Git revision gives the same answer and no link can be swapped meanwhile.
 * A target that begins with `/` leads out even if it points back in: it would not on another machine.
 * @param targets path of each link → target as written
 */
export function endOfLink(path: string, targets: ReadonlyMap<string, string>): LinkEnd {
  const reached: string[] = [];
  const ahead = path.split('/');
  let hops = 0;
  while (ahead.length > 0) {
    const name = ahead.shift() ?? '';
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (reached.pop() === undefined) return 'leads-out';
      continue;
    }
    const target = targets.get([...reached, name].join('/'));
    if (target === undefined) {
      reached.push(name);
      continue;
    }
    if (++hops > LIMITS.linkHops) return 'leads-nowhere';
    if (/^(?:[/\\]|[A-Za-z]:)/.test(target)) return 'leads-out';
    ahead.unshift(...target.split('/'));
  }
  return { path: reached.join('/') };
}

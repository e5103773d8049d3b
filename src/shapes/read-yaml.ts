/** Reads YAML: what is plain by a scanner of our own, all else by the library, with the same result. */
import { scanYaml } from './scan-yaml.js';
import { MAX_NODES } from './yaml-limits.js';
import { MAX_DEPTH, parseYaml, type YamlRead } from './yaml-tree.js';

const LIMITS = { depth: MAX_DEPTH, nodes: MAX_NODES };

/** @param base offset of `text` in its file, added to every place */
export function readYaml(text: string, base = 0): YamlRead {
  // Its own limits are exact, so that it needs no look ahead; the library gets one.
  const tree = scanYaml(text, base, LIMITS);
  return tree ? { tree, problems: [] } : parseYaml(text, base);
}

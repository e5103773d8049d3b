/** Lets `ssh-keygen` sign, so that keys with a passphrase, in an agent or on a stick stay where they are. */
import { spawnSync } from 'node:child_process';
import { NAMESPACE } from '../evidence/index.js';
import { shown } from '../shapes/index.js';
import { OptionError } from './option-error.js';

/** People may have to find their passphrase. */
const SECONDS = 120;

/**
 * @param key path of a private key, or of a public one whose other half an agent holds
 * @returns the signature as `ssh-keygen -Y sign` prints it
 * @throws OptionError
 */
export function signWithSshKeygen(key: string, message: string): string {
  const { status, stdout, stderr, error } = spawnSync('ssh-keygen', ['-Y', 'sign', '-f', key, '-n', NAMESPACE], {
    input: message,
    encoding: 'utf8',
    timeout: SECONDS * 1000,
    windowsHide: true,
  });
  if (error && 'code' in error && error.code === 'ENOENT') {
    throw new OptionError(
      'The program ssh-keygen is not there.',
      'Install OpenSSH 8.1 or newer, or sign with a PEM key.',
    );
  }
  if (status === 0) return stdout;
  const said = shown(stderr.trim().split('\n').at(-1) ?? '');
  throw new OptionError(
    `ssh-keygen did not sign: ${said || (error?.message ?? `status ${status}`)}`,
    'Try `ssh-keygen -Y sign -f KEY -n medward FILE`.',
  );
}

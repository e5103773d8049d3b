/** Drives Debian's Chromium over its pipe (DevTools protocol): pages, sizes, light and dark, keys; no server and no port. */
import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

export interface Screen {
  readonly width: number;
  readonly height: number;
  readonly theme?: 'light' | 'dark';
  readonly media?: 'screen' | 'print';
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly fulfil: (result: Readonly<Record<string, unknown>>) => void;
  readonly refuse: (reason: Error) => void;
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--hide-scrollbars',
  '--force-color-profile=srgb',
  '--remote-debugging-pipe',
];

/** @param profile an empty folder of its own */
export async function openBrowser(profile: string): Promise<BrowserPage> {
  const program = spawn('chromium', [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const pipe = new Pipe(program);
  const { targetInfos } = await pipe.send('Target.getTargets', {});
  const page = (targetInfos as readonly { type: string; targetId: string }[]).find(({ type }) => type === 'page');
  const { sessionId } = await pipe.send('Target.attachToTarget', { targetId: page?.targetId, flatten: true });
  const opened = new BrowserPage(pipe, String(sessionId));
  await opened.begin();
  return opened;
}

/** Messages end with a zero byte. */
class Pipe {
  readonly #program: ChildProcess;
  readonly #out: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<(method: string) => void>();
  #count = 0;
  #rest: Buffer[] = [];

  constructor(program: ChildProcess) {
    this.#program = program;
    this.#out = program.stdio[3] as Writable;
    this.#out.on('error', () => undefined);
    (program.stdio[4] as Readable).on('data', (bytes: Buffer) => this.#take(bytes));
    program.on('error', (error) => this.#endAll(error));
    program.on('exit', () => this.#endAll(new Error('Chromium ended.')));
  }

  send(method: string, params: Readonly<Record<string, unknown>>, sessionId?: string): Promise<Answer['result'] & {}> {
    const id = ++this.#count;
    this.#out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((fulfil, refuse) => this.#waiting.set(id, { fulfil, refuse }));
  }

  once(wanted: string): Promise<void> {
    return new Promise((fulfil) => {
      const listener = (method: string): void => {
        if (method !== wanted) return;
        this.#listeners.delete(listener);
        fulfil();
      };
      this.#listeners.add(listener);
    });
  }

  async end(): Promise<void> {
    const gone = new Promise((fulfil) => this.#program.once('exit', fulfil));
    this.#program.kill();
    await gone;
  }

  #take(bytes: Buffer): void {
    let from = 0;
    for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, from)) {
      const message = Buffer.concat([...this.#rest, bytes.subarray(from, at)]).toString('utf8');
      this.#rest = [];
      from = at + 1;
      this.#hear(JSON.parse(message) as Answer);
    }
    this.#rest.push(bytes.subarray(from));
  }

  #hear({ id, method, result, error }: Answer): void {
    if (id === undefined) {
      if (method !== undefined) for (const listener of this.#listeners) listener(method);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.refuse(new Error(error.message));
    else waiting?.fulfil(result ?? {});
  }

  #endAll(reason: Error): void {
    for (const { refuse } of this.#waiting.values()) refuse(reason);
    this.#waiting.clear();
  }
}

export class BrowserPage {
  readonly #pipe: Pipe;
  readonly #session: string;

  constructor(pipe: Pipe, session: string) {
    this.#pipe = pipe;
    this.#session = session;
  }

  #send(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<Readonly<Record<string, unknown>>> {
    return this.#pipe.send(method, params, this.#session);
  }

  async begin(): Promise<void> {
    await this.#send('Page.enable');
    await this.#send('Runtime.enable');
  }

  /** @param address such as `file:///…/index.html` */
  async open(address: string): Promise<void> {
    const loaded = this.#pipe.once('Page.loadEventFired');
    await this.#send('Page.navigate', { url: address });
    await loaded;
  }

  async look({ width, height, theme = 'light', media = 'screen' }: Screen): Promise<void> {
    await this.#send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    const features = [{ name: 'prefers-color-scheme', value: theme }];
    await this.#send('Emulation.setEmulatedMedia', { media, features });
  }

  /** @returns what the expression gives, which must fit into JSON */
  async ask<T>(expression: string): Promise<T> {
    const answer = await this.#send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    const fault = answer['exceptionDetails'] as { exception?: { description?: string } } | undefined;
    if (fault) throw new Error(fault.exception?.description ?? 'The page threw.');
    return (answer['result'] as { value: T }).value;
  }

  /** One key such as `Tab`, `Enter`, `ArrowDown` or `a`, or `Shift+Tab`. */
  async press(name: string): Promise<void> {
    const key = name.replace('Shift+', '');
    const code = KEYS[key];
    const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined;
    const shared = { key, windowsVirtualKeyCode: code, modifiers: name === key ? 0 : 8 };
    const params = { ...shared, ...(text === undefined ? {} : { text }) };
    await this.#send('Input.dispatchKeyEvent', { type: text === undefined ? 'rawKeyDown' : 'keyDown', ...params });
    await this.#send('Input.dispatchKeyEvent', { type: 'keyUp', ...shared });
  }

  async type(words: string): Promise<void> {
    for (const key of words) await this.press(key);
  }

  async leaveWith(name: string): Promise<void> {
    const loaded = this.#pipe.once('Page.loadEventFired');
    await this.press(name);
    await loaded;
  }

  /** @returns a PNG of what is seen */
  async picture(): Promise<Buffer> {
    const { data } = await this.#send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(String(data), 'base64');
  }

  /** @returns a PDF of what the print style shows */
  async printed(): Promise<Buffer> {
    const { data } = await this.#send('Page.printToPDF', { preferCSSPageSize: true });
    return Buffer.from(String(data), 'base64');
  }

  async close(): Promise<void> {
    await this.#pipe.end();
  }
}

const KEYS: Readonly<Record<string, number>> = {
  Tab: 9,
  Enter: 13,
  Escape: 27,
  ArrowUp: 38,
  ArrowDown: 40,
  Home: 36,
  End: 35,
};

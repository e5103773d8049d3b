/** A laboratory system on this machine: takes orders over TCP, and answers as it is told. */
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { framed, FrameReader } from './framing.js';

export interface TestLaboratory {
  readonly port: number;
  readonly messages: readonly string[];
  /** Answers with this code from now on; nothing to stay silent. */
  answerWith(code: 'AA' | 'AE' | undefined): void;
  say(bytes: Uint8Array): void;
  close(): Promise<void>;
}

export function acknowledgement(facility: string, code: string, controlId: string): string {
  return `MSH|^~\\&|LIS|${facility}|LABDESK|WARD|20261123083000||ACK^O01|A77|P|2.5.1\rMSA|${code}|${controlId}\r`;
}

export async function newLaboratory(): Promise<TestLaboratory> {
  const messages: string[] = [];
  const sockets: Socket[] = [];
  let code: 'AA' | 'AE' | undefined = 'AA';
  const server = createServer((socket) => {
    sockets.push(socket);
    const reader = new FrameReader();
    socket.on('data', (bytes) => {
      const read = reader.read(bytes);
      for (const message of read === 'broken' ? [] : read) {
        messages.push(message);
        const controlId = message.split('|', 10)[9] ?? '';
        if (code !== undefined) socket.write(framed(acknowledgement('LAB-NORTH', code, controlId)));
      }
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    messages,
    answerWith: (next) => void (code = next),
    say: (bytes) => {
      for (const socket of sockets) socket.write(bytes);
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

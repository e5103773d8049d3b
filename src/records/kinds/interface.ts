/** Interfaces of items: where the device can be reached. */
import { choice, line, optional, text, yesNo } from '../../shapes/index.js';
import { defineKind, REACH } from './define.js';

export default defineKind({
  kind: 'interface',
  plural: 'interfaces',
  title: 'Interface',
  prefixes: ['IF'],
  about:
    'A way into or out of an item, also one that is disabled, for service only, or physical. Exposure follows from it.',
  fields: {
    medium: optional(line, 'BLE, NFC, Wi-Fi, Ethernet, USB, serial, removable media, HTTPS, UI …'),
    enabled: optional(choice('yes', 'no', 'service-only'), 'Whether it can be used in the field.'),
    'power-only': optional(yesNo, 'It carries power and no data.'),
    reach: optional(choice(...REACH), 'From where it can be reached.'),
    contract: optional(text, 'What goes in and out, and what the other side may rely on.'),
    'error-behaviour': optional(text, 'What happens at wrong input and at failure of the other side.'),
    ports: optional(line, 'Ports or pins.'),
    'unused-reason': optional(text, 'Why no flow uses it.'),
  },
});

/** `medward view`: the views of the model, drawn; and answers to what reviewers ask of surface, reach, paths, assets and states. */
import { defineCommand, PROJECT_OPTIONS } from '../define.js';

export default defineCommand({
  name: 'view',
  takes: '[ID]',
  about: 'Views of the model, drawn as SVG or PNG; attack surface, reach and details of paths.',
  options: {
    ...PROJECT_OPTIONS,
    output: { short: 'o', value: 'FILE', about: 'Draw it into this file, .svg or .png.' },
    purpose: {
      value: 'PURPOSE',
      about:
        'Instead of a view record: global, multi-patient-harm, updateability, security-use-case, software-architecture.',
    },
    asset: { value: 'ID', about: 'Instead of a view record: the ways to this asset.' },
    sequence: { about: 'Draw the steps of a use case as a sequence.' },
    step: { value: 'N', about: 'Only this step of the sequence, counted from 1.' },
    width: { value: 'PIXELS', about: 'Width of a PNG; without it 2,000.' },
    surface: { about: 'Every interface: state, reach, flows, threats, who may act there.' },
    reach: { value: 'ID', about: 'From where an item, asset, flow or interface can be reached, and by which way.' },
    paths: { about: 'The twenty details of each path: which field answers each, what is open.' },
    assets: { about: 'Where each asset travels and rests.' },
    states: { about: 'Functions by operating and clinical states, with the use cases that cover each.' },
  },
  async run(call) {
    const { viewCommand } = await import('../view-command.js');
    return viewCommand(call);
  },
});

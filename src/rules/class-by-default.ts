/** Finds software systems that are class C only because the analysis is not finished. */
import { defineRule, type Found, type SystemClass } from './define.js';

export default defineRule({
  id: 'class-by-default',
  title: 'Safety class C by default',
  why: 'Until a class is assigned with its reason, everything that class C asks has to be done.',
  because: 'safety-class',
  basis: ['iec62304:4.3'],
  serves: ['software-safety-classification', 'hazard-analysis'],
  severity: 'error',

  examples: {
    bad: {
      records: '',
      settings: `
        software:
          - { id: SW-1, name: LabDesk, class: A, class-reason: It cannot contribute to a hazardous situation. }   # gap`,
    },
    ok: {
      records: `
        hazards:
          - { id: HAZ-1, title: Sample taken from the wrong patient, severity: S2 }
        statements:
          - { id: ST-1, type: complete, by: solheim, role: risk-management, date: 2026-05-18, bound-to: { HAZ-1: hash-of-HAZ-1 } }`,
      settings: `
        software:
          - { id: SW-1, name: LabDesk, class: A, class-reason: It cannot contribute to a hazardous situation. }`,
    },
  },

  *check({ classes }) {
    for (const one of classes.systems) {
      // Somebody who declares C needs no analysis to be on the safe side.
      if (one.basis === 'default' && one.declared !== 'C') yield one.system ? unfinished(one) : nothingNamed();
    }
  },
});

function unfinished({ system, id, declared }: SystemClass): Found {
  return {
    ...(system && { at: system }),
    what: `${id} is class C by default${declared === undefined ? '' : `, not ${declared}`}: no statement says that the list of hazardous situations is complete.`,
    do: 'Rate each risk with a software cause with external controls only, then write a statement of type complete, bound to all hazards and risks.',
  };
}

function nothingNamed(): Found {
  return {
    what: 'The device is class C by default: it names no software system.',
    do: 'Name each software system under `software:` in medward.yaml, with its class and the reason for it.',
  };
}

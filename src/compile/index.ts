/**
 * Comes in: a file tree, the shipped packs, what Git says, a day.
 * Goes out: the opened project with its settings, and its assessment.
 * May not: hold a rule, a fact or a format of its own; look for files beyond the tree; print.
 */
export { assessProject, openProfile, openProject, type OpenOptions, type Project } from './open-project.js';
export { ProjectMemory } from './project-memory.js';
export { toolVersion } from './version.js';

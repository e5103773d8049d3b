/** Commits of this repository in which the examples were tested. */
/** Before and after two files of the examples were changed. */
export const [EARLIER, LATER] = [
  'f72d3e7f4b0b1ea2a1d820e4ce2978dc49df9d3d',
  'd76bcf22211cf56acb4f97a10e64ff570635e11f',
];

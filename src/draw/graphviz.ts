/** Lays out a graph by Graphviz compiled to WebAssembly; loaded when the first picture is drawn. */

/**
 * @param how `dot` gives places to all; `nop` leads lines between nodes that have theirs
 * @returns the layout as JSON; `undefined` where Graphviz gave up on this graph
 */
export type Engine = (dot: string, how?: 'dot' | 'nop') => string | undefined;

let loading: Promise<Engine> | undefined;

export function loadEngine(): Promise<Engine> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Engine> {
  const { Graphviz } = await import('@hpcc-js/wasm-graphviz');
  const graphviz = await Graphviz.load();
  return (dot, how = 'dot') => {
    try {
      return graphviz.layout(dot, 'json', how);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      // Whoever draws next gets a fresh one: this one's memory is not trusted any more.
      Graphviz.unload();
      loading = undefined;
      return undefined;
    }
  };
}

/** Lays out a graph by Graphviz compiled to WebAssembly; loaded when the first picture is drawn. */

export type LayOut = (dot: string) => string;

/** `undefined` where Graphviz gave up on this graph; its memory is then not trusted any more. */
export type Engine = (dot: string) => string | undefined;

let loading: Promise<Engine> | undefined;

export function loadEngine(): Promise<Engine> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Engine> {
  const { Graphviz } = await import('@hpcc-js/wasm-graphviz');
  const graphviz = await Graphviz.load();
  return (dot) => {
    try {
      return graphviz.layout(dot, 'json', 'dot');
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      Graphviz.unload();
      loading = undefined;
      return undefined;
    }
  };
}

// The part of citation-js that is used here; the packages bring no types for it.
declare module '@citation-js/core' {
  interface Register {
    add(name: string, value: string): unknown;
    has(name: string): boolean;
    get(name: string): string;
  }
  export class Cite {
    constructor(data: unknown, options?: { readonly generateGraph?: boolean });
    readonly data: readonly Readonly<Record<string, unknown>>[];
    format(
      format: 'bibliography' | 'citation' | 'bibtex' | 'biblatex',
      options?: Readonly<Record<string, unknown>>,
    ): string;
  }
  export const plugins: {
    readonly config: {
      get(name: '@csl'): { readonly styles: Register; readonly locales: Register };
      get(name: '@bibtex'): {
        readonly format: { useIdAsLabel: boolean; checkLabel: boolean };
        readonly constants: Readonly<
          Record<
            'commands' | 'mathCommands' | 'diacritics' | 'ligatures',
            Readonly<Record<string, string | null>>
          >
        >;
      };
    };
  };
}
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-bibtex';

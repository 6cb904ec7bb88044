import type { Cover, Lexer } from './cover';

/** Covers each match of `pattern` (global) in a line; the first group, where there is one, is left to be read. */
function coverAll(pattern: RegExp, line: string, at: number, cover: Cover): void {
  for (const found of line.matchAll(pattern)) {
    const end = found.index + found[0].length;
    if (found[1] === undefined) cover.skip(at + found.index, at + end);
    else {
      const inner = found.index + found[0].lastIndexOf(found[1]);
      cover.skip(at + found.index, at + inner);
      cover.skip(at + inner + found[1].length, at + end);
    }
  }
}

function ignoreAll(pattern: RegExp, line: string, at: number, cover: Cover): void {
  for (const found of line.matchAll(pattern)) {
    cover.ignore(at + found.index, at + found.index + found[0].length);
  }
}

const indentOf = (line: string) => line.length - line.trimStart().length;

/**
 * reStructuredText. Skipped: literal blocks and literals, directives and their options, targets, references, roles,
 * substitutions, field names. States: '' in text, `lit:N` in a block indented deeper than N.
 */
export const restLexer: Lexer = {
  read(line, at, state, cover) {
    const indent = indentOf(line);
    if (state !== '') {
      if (line.trim() === '' || indent > Number(state.slice(4))) {
        cover.skip(at, at + line.length);
        return state;
      }
    }
    const directive = /^\s*\.\.\s+(?:([\w:-]+)::|_[^:]*:.*$|\[[^\]]*\]|\|[^|]*\|\s*\w*::)/.exec(line);
    if (directive) {
      const isCovered =
        /^(?:code|code-block|sourcecode|highlight|math|include|raw|literalinclude|toctree|autoclass|automodule|autofunction)$/.test(
          directive[1] ?? '',
        );
      // An image's description stands in a field behind it, and what follows a figure is its caption.
      const isPath = /^(?:image|figure)$/.test(directive[1] ?? '');
      cover.skip(at, at + (isCovered || isPath ? line.length : directive[0].length));
      return isCovered ? `lit:${indent}` : '';
    }
    const field = /^\s*:[\w -]+:(?=\s|$)/.exec(line);
    if (field) cover.skip(at, at + field[0].length);
    if (/[`|]/.test(line)) {
      coverAll(
        /``.*?``|\|[^\s|][^|]*\||:(?:ref|doc|numref|term):`[^`<]+`|:(?:cite\w*|class|func|meth|mod|py:\w+|math|code|download|file|eq):`[^`]*`|\[[\w-]+\]_/g,
        line,
        at,
        cover,
      );
      coverAll(/ <[^<>`]*>(?:`__?|(?=`))|:[\w:+.-]+:(?=`)/g, line, at, cover);
      ignoreAll(/`/g, line, at, cover);
    }
    ignoreAll(/\*{1,2}/g, line, at, cover);
    return /::\s*$/.test(line) ? `lit:${indent}` : '';
  },
};

/**
 * AsciiDoc. Skipped: listing, literal, passthrough and comment blocks, attributes, anchors, macros and their targets,
 * monospace. States: '' in text, `blk:LINE` in a delimited block.
 */
export const asciidocLexer: Lexer = {
  read(line, at, state, cover) {
    if (state !== '') {
      cover.skip(at, at + line.length);
      return line.trimEnd() === state.slice(4) ? '' : state;
    }
    const block = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3,})(?=\s*$|\w)/.exec(line);
    if (block) {
      cover.skip(at, at + line.length);
      return `blk:${block[0].startsWith('`') ? block[0] : line.trimEnd()}`;
    }
    const whole =
      /^:(?:[\w-]+dir|[\w-]*(?:path|url|uri|link|image|logo|file)|lang|doctype|icons|xref\w*|source-\w+)!?:.*$|^:[\w-]+!?:|^\[[^\]]*\]\s*$|^(?:include|ifdef|ifndef|endif|video|toc)::.*$/.exec(
        line,
      );
    if (whole) cover.skip(at, at + whole[0].length);
    const comment = /^\/\/(?!\/)/.exec(line);
    if (comment) cover.space(at, at + 2);
    if (/[`+<[{:]/.test(line)) {
      coverAll(
        /`[^`\n]+`|\+[^+\n]+\+|<<[^,>]*(?:,([^>]*))?>>|\[\[[^\]]*\]\]|\{[\w-]+\}|\b[\w-]+::?[^\s[\]]+\[/g,
        line,
        at,
        cover,
      );
    }
    ignoreAll(/\*{1,2}|(?<![\p{L}\p{N}])_{1,2}|_{1,2}(?![\p{L}\p{N}])|(?<!^)#{1,2}/gu, line, at, cover);
    return '';
  },
};

import { decodeFile } from '../format/decode';
import { ProblemCollector } from '../format/problems';
import { SOURCE_BYTES } from './bounds';
import type { SaidError } from './importError';
import { say } from '../saying';

/** The text of a file that is to be imported, or what is wrong with the file. */
export type SourceText = { readonly text: string } | { readonly error: SaidError };

/** Decodes a file that is to be imported: UTF-8, within bounds. */
export function readSource(fileName: string, bytes: Uint8Array): SourceText {
  const problems = new ProblemCollector();
  const file = decodeFile(fileName, bytes, SOURCE_BYTES, problems);
  const error = problems.problems.find(({ severity }) => severity === 'error');
  if (file && !error) return { text: file.text };
  return {
    error: error?.said ?? { message: say`The file cannot be read.`, remedy: say`Save it as UTF-8.` },
  };
}

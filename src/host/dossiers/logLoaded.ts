import type { Library } from '../../core/library';
import type { Log } from '../log';
import type { LocatedProblem } from './diagnostics';

/** Writes what was loaded, and what is wrong in it, into the log. */
export function logLoaded(
  log: Log,
  library: Library | undefined,
  problems: readonly LocatedProblem[],
  durationMs: number,
): void {
  for (const { uri, problem } of problems) {
    const place = `${uri.path}:${problem.line + 1}:${problem.column + 1}`;
    const line = `${place}: ${problem.message} ${problem.remedy} [${problem.code}]`;
    if (problem.severity === 'error') log.error(line);
    else log.warn(line);
  }
  for (const { dossier, factCount, nameCount } of library?.shelves ?? []) {
    log.info(
      `Loaded "${dossier.title}": ${dossier.topics.length} topics, ${factCount} facts, ${nameCount} names, in ${durationMs.toFixed(0)} ms.`,
    );
  }
}

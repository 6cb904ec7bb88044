// What a run of tests says it counted.

/** The counts that mocha's own reporters print at the end. */
export function countsOfMocha(output) {
  const [passed, failed, skipped] = ['passing', 'failing', 'pending'].map((word) =>
    Number(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'm').exec(output)?.[1] ?? 0),
  );
  return { passed, failed, skipped };
}

/** The counts of a suite: the closing line of test/host/runMocha.ts or test/vscode/runUi.mjs, else mocha's own. */
export function countsOfSuite(output) {
  const said = /^(?:host|ui) tests: (\d+) passed, (\d+) failed, (\d+) skipped$/m.exec(output);
  if (said) return { passed: Number(said[1]), failed: Number(said[2]), skipped: Number(said[3]) };
  return countsOfMocha(output);
}

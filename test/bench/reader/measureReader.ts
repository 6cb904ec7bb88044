import type { CDPSession, Frame } from 'playwright-core';
import { eventually } from '../../ui/support/eventually';
import { openWorkbench } from '../../ui/support/session';
import type { Workbench } from '../../ui/support/workbench';
import { allDrawn, clickAndWait, scrollFrames, type Click, type Frames } from './inPage';
import { DOSSIER, FACTS, largeTopics, SECTIONED, SINGLE } from './largeTopics';

type Report = (row: {
  readonly area: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly spread?: string;
  readonly peer?: string;
  readonly ratio?: number;
}) => void;

const BUNDLED = 'France–North Korea relations';
/** Bounds in ms: from a click to the painted page in the bundled dossier and in large topics, and of a frame. */
const BOUND = { click: 150, large: 500, frame: 50 };

/** How long something may take before the bench says that it does not come, in ms. */
const LIMIT = { page: 30_000, dossier: 120_000, drawing: 120_000 };

interface Memory {
  readonly mebibytes: number;
  readonly nodes: number;
}

/** Measures the reader in a window of its own, on the server that DOSSIER_UI tells of. */
export async function measureReader(report: Report, isQuick: boolean): Promise<void> {
  const { workbench, close } = await openWorkbench({ files: largeTopics() });
  try {
    await new ReaderBench(workbench, report, isQuick).run();
  } finally {
    await close();
  }
}

class ReaderBench {
  private frame!: Frame;
  private devtools!: CDPSession;

  constructor(
    private readonly workbench: Workbench,
    private readonly report: Report,
    private readonly isQuick: boolean,
  ) {}

  async run(): Promise<void> {
    const { workbench } = this;
    await workbench.showDossier();
    const topics = workbench.tree('Topics');
    await topics.unfold();
    // The large dossier is read now, so that nothing else goes on later.
    await eventually(
      () => topics.labels(),
      (labels) => labels.includes(DOSSIER),
      'the large dossier',
      LIMIT.dossier,
    );
    await topics.expand(BUNDLED);
    await topics.click('History');
    await workbench.reader().heading('History');
    this.frame = await workbench.reader().frame();
    this.devtools = await workbench.page.context().newCDPSession(workbench.page);
    await this.devtools.send('Performance.enable');
    await this.measureBundled();
    await this.openLarge();
    const before = await this.memory();
    for (const title of [SECTIONED, SINGLE]) await this.measureLarge(title, before);
    await this.measureTimeline();
  }

  private async measureBundled(): Promise<void> {
    const topics: Click[] = [];
    const sections: Click[] = [];
    const names: Click[] = [];
    const places: Click[] = [];
    for (let round = 0; round < (this.isQuick ? 2 : 12); round++) {
      topics.push(await this.click('.pager .next', 'Economic relations'));
      topics.push(await this.click('.pager .previous', 'History'));
      const count = await this.frame.locator('.sections ol .section').count();
      for (let at = 0; at < count; at++) {
        sections.push(await this.click(`.sections ol .section >> nth=${at}`, 'History'));
      }
      names.push(await this.click('.fact .name:text-is("Jack Lang")', 'Jack Lang'));
      places.push(await this.click('.where >> nth=0', 'History'));
      await this.click('.crumb', BUNDLED);
      topics.push(await this.click('.topicTitle:text-is("History")', 'History'));
    }
    this.clicks('another section of the topic', sections, BOUND.click);
    this.clicks('another topic of the bundled dossier', topics, BOUND.click);
    this.clicks('a name in the text', names, BOUND.click);
    this.clicks('a fact of the name, in its topic', places, BOUND.click);
    this.frames('a topic of the bundled dossier, to compare', await this.scroll());
  }

  private async measureLarge(title: string, before: Memory): Promise<void> {
    const opened: Click[] = [];
    const rounds = this.isQuick ? 2 : 10;
    for (let round = 1; round <= rounds; round++) {
      opened.push(await this.click(`.topicTitle:text-is("${title}")`, title));
      if (round < rounds) await this.click('.crumb', DOSSIER);
    }
    this.clicks(title, opened, BOUND.large);
    this.frames(`${title}, while more of it is drawn`, await this.scroll());
    const facts = await this.frame.locator('main').evaluate(allDrawn, LIMIT.drawing);
    if (facts !== FACTS) throw new Error(`The reader drew ${facts} facts of “${title}”, not ${FACTS}.`);
    this.frames(`${title}, all of it drawn`, await this.scroll());
    const after = await this.memory();
    this.row(
      `heap of the window, above that before both topics: ${title}`,
      after.mebibytes - before.mebibytes,
      'MiB',
      {
        spread: `${after.nodes - before.nodes} nodes`,
      },
    );
    await this.click('.crumb', DOSSIER);
  }

  private async measureTimeline(): Promise<void> {
    const timelines: Click[] = [];
    const rounds = this.isQuick ? 2 : 6;
    for (let round = 1; round <= rounds; round++) {
      await this.click(`.topicTitle:text-is("${SINGLE}")`, SINGLE);
      const axis = '.axis [role="option"]';
      timelines.push(await this.click('.views .section >> nth=0', `Timeline: ${SINGLE}`, axis));
      if (round < rounds) await this.click('.crumb', DOSSIER);
    }
    const name = 'timeline of 20,000 dated facts';
    this.clicks(name, timelines);
    this.row(`${name}: the message to the reader`, timelines[0]!.characters / 1e6, 'MB');
    this.frames(name, await this.scroll());
  }

  /** Leads the reader to the overview of the large dossier. */
  private async openLarge(): Promise<void> {
    const { quickInput } = this.workbench;
    await this.workbench.runCommand('Dossier: Open in Reader');
    await quickInput.type(SECTIONED);
    await quickInput.accept(SECTIONED);
    await this.frame.locator('h1', { hasText: SECTIONED }).waitFor({ timeout: LIMIT.page });
    await this.click('.crumb', DOSSIER);
  }

  private async click(selector: string, title: string, needed = 'h1'): Promise<Click> {
    const link = this.frame.locator(selector).first();
    const wanted = { title, needed, limitMs: LIMIT.page };
    for (let tries = 0; tries < 3; tries++) {
      const click = await link.evaluate(clickAndWait, wanted, { timeout: LIMIT.page });
      if (click) return click;
    }
    throw new Error(`What leads to “${title}” is drawn anew again and again.`);
  }

  private async scroll(): Promise<Frames> {
    return this.frame.locator('main').evaluate(scrollFrames, this.isQuick ? 3_000 : 10_000);
  }

  /** What the window's heap and documents take once what is not needed is gone. */
  private async memory(): Promise<Memory> {
    await this.devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.devtools.send('Performance.getMetrics');
    const value = (name: string): number => metrics.find((each) => each.name === name)?.value ?? NaN;
    return { mebibytes: value('JSHeapUsedSize') / 2 ** 20, nodes: value('Nodes') };
  }

  /** Tells p95 against its bound, and of the medians what came when. */
  private clicks(name: string, clicks: readonly Click[], bound?: number): void {
    const of = (part: keyof Click, share: number): number =>
      quantile(
        clicks.map((each) => each[part]),
        share,
      );
    const p95 = of('toPainted', 0.95);
    const [least, half, most] = [0, 0.5, 1].map((share) => of('toPainted', share).toFixed(0));
    const parts = `message ${of('toMessage', 0.5).toFixed(0)}, drawn ${of('toDrawn', 0.5).toFixed(0)}`;
    this.row(`click to painted: ${name}, p95`, p95, 'ms', {
      spread: `min ${least}, median ${half} (${parts}), max ${most}, n ${clicks.length}`,
      ...(bound !== undefined && { peer: `bound ${bound} ms`, ratio: p95 / bound }),
    });
  }

  private frames(name: string, { lengths, work, blank }: Frames): void {
    const longest = Math.max(...lengths);
    const over = lengths.filter((each) => each > BOUND.frame).length;
    const worked =
      work.length === 0 ? '' : `; ${work.length} with work of up to ${Math.max(...work).toFixed(0)}`;
    this.row(`longest frame while it scrolls: ${name}`, longest, 'ms', {
      spread: `median ${quantile(lengths, 0.5).toFixed(0)}, p95 ${quantile(lengths, 0.95).toFixed(0)}, ${over} of ${lengths.length} over ${BOUND.frame}, ${blank} blank in the middle${worked}`,
      peer: `bound ${BOUND.frame} ms`,
      ratio: longest / BOUND.frame,
    });
  }

  private row(name: string, value: number, unit: string, rest: object = {}): void {
    this.report({ area: 'reader', name, value, unit, ...rest });
  }
}

/** The value that this share of all is not above. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

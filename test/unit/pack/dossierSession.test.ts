import assert from 'node:assert/strict';
import { compileFinder } from '../../../src/core/names/finderPart';
import { DossierSession, type FileChange, type SessionResult } from '../../../src/core/pack/dossierSession';
import { finderOfPacked } from '../../../src/core/pack/finderOfNames';
import { PackedShelf } from '../../../src/core/pack/packedShelf';
import { openParcel } from '../../../src/core/pack/parts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const MANIFEST = 'format: 1\nid: d\ntitle: D\nlanguage: en\n';
const NAMES = '- id: ada\n  label: Ada Reef\n  kind: person\n';
const topics = ({ shelf }: Read): readonly string[] => shelf?.dossier.topics.map(({ title }) => title) ?? [];
const codes = ({ problems }: Read): readonly string[] => problems.map(({ file, code }) => `${file} ${code}`);

/** What a host that opens every parcel has. */
interface Read extends SessionResult {
  readonly shelf: PackedShelf | undefined;
}

class Host {
  readonly session = new DossierSession();
  private shelf: PackedShelf | undefined;

  update(changes: readonly FileChange[]): Read {
    const result = this.session.update(changes);
    if (result.parcel) {
      this.shelf = openParcel(result.parcel, this.shelf);
      assert.ok(this.shelf, 'the parcel could not be opened');
    }
    return { ...result, shelf: result.parcel && this.shelf };
  }
}

describe('The files of a dossier over time', () => {
  let session: Host;
  beforeEach(() => {
    session = new Host();
    const first = session.update([
      ['dossier.yaml', encode(MANIFEST)],
      ['names.yaml', encode(NAMES)],
      ['topics/a.md', encode('# A\n\nAda Reef came.\n')],
      ['topics/b.md', encode('# B\n\nAda Reef left.\n')],
    ]);
    assert.deepEqual(codes(first), []);
    assert.deepEqual(topics(first), ['A', 'B']);
  });

  it('are followed when they change, come and go', () => {
    assert.deepEqual(topics(session.update([['topics/a.md', encode('# Other\n')]])), ['Other', 'B']);
    assert.deepEqual(
      topics(
        session.update([
          ['topics/c.md', encode('# C\n')],
          ['topics/b.md', undefined],
        ]),
      ),
      ['Other', 'C'],
    );
  });

  it('stay in use as they last were good, with the problems that they have now', () => {
    const broken = session.update([['names.yaml', encode('- id: ada\n  label: "Ada\n')]]);
    assert.equal(broken.shelf?.dossier.names[0]?.label, 'Ada Reef');
    assert.ok(codes(broken).includes('names.yaml bad-yaml'));
    assert.deepEqual(broken.kept, ['names.yaml']);
    const worse = session.update([
      ['dossier.yaml', encode('title: D\n')],
      ['topics/b.md', new Uint8Array([0xff])],
    ]);
    assert.deepEqual(topics(worse), ['A', 'B']);
    assert.ok(codes(worse).includes('dossier.yaml missing-id'), codes(worse).join());
    assert.ok(codes(worse).includes('names.yaml bad-yaml'));
    assert.equal(worse.shelf?.dossier.topics[0]?.sections[0]?.facts[0]?.names[0], 'd/ada');
    const mended = session.update([
      ['dossier.yaml', encode(MANIFEST)],
      ['names.yaml', encode(NAMES)],
      ['topics/b.md', encode('# B again\n')],
    ]);
    assert.deepEqual(codes(mended), []);
    assert.deepEqual(topics(mended), ['A', 'B again']);
  });

  it('are gone once they are deleted, and so is the dossier with its manifest', () => {
    session.update([['topics/b.md', new Uint8Array([0xff])]]);
    const gone = session.update([['topics/b.md', undefined]]);
    assert.deepEqual(topics(gone), ['A']);
    assert.deepEqual(codes(gone), []);
    assert.equal(session.update([['dossier.yaml', undefined]]).parcel, undefined);
  });

  it('have a hash of names that changes with the names only', () => {
    const before = session.update([]).namesHash;
    assert.equal(session.update([['topics/a.md', encode('# Z\n')]]).namesHash, before);
    assert.notEqual(
      session.update([['names.yaml', encode(`${NAMES}- id: b\n  label: B\n  kind: place\n`)]]).namesHash,
      before,
    );
  });

  it('are packed again only where they changed', () => {
    const parts = (changes: readonly FileChange[]): readonly string[] => {
      const { parcel } = session.update(changes);
      return [
        ...(parcel?.names ? ['names'] : []),
        ...parcel!.topics.flatMap(({ key, part }) => (part ? [key] : [])),
      ];
    };
    assert.deepEqual(parts([['topics/a.md', encode('# A\n\nAda Reef came late.\n')]]), ['d/a']);
    assert.deepEqual(parts([['topics/a.md', encode('# A\n\nAda Reef came late.\n')]]), []);
    assert.deepEqual(parts([['dossier.yaml', encode(`${MANIFEST}description: More.\n`)]]), []);
    assert.deepEqual(parts([['names.yaml', encode(`${NAMES}  description: A keeper.\n`)]]), ['names']);
  });

  it('are free to take an id again once the other file has given it up', () => {
    const id = (text: string): Uint8Array => encode(`# T\n\n:fact[${text} came.]{#x}\n`);
    assert.deepEqual(
      codes(
        session.update([
          ['topics/a.md', id('One')],
          ['topics/b.md', id('Two')],
        ]),
      ),
      ['topics/b.md duplicate-id'],
    );
    assert.deepEqual(codes(session.update([['topics/a.md', encode('# A\n')]])), []);
  });

  it('are taken up from what was packed, and read on topic by topic', () => {
    const first = session.update([
      ['topics/b.md', encode('# B\n\n:fact[Ada Reef left.]{#left when=never}\n')],
    ]);
    const { head, packedNames, packedTopics } = first.shelf!;
    const resumed = DossierSession.resume({
      manifest: encode(MANIFEST),
      names: finderOfPacked(packedNames, compileFinder([...packedNames.all()])),
      topics: packedTopics,
      problems: first.problems,
      hashes: first.hashes,
    })!;
    assert.equal(resumed.canTake([['names.yaml', encode(NAMES)]]), false);
    const next = resumed.update([['topics/a.md', encode('# A\n\n:fact[Ada Reef came early.]{#left}\n')]]);
    assert.deepEqual(
      next.problems.map(({ file, code }) => `${file} ${code}`),
      ['topics/a.md duplicate-id', 'topics/b.md bad-date'],
    );
    const shelf = openParcel(next.parcel!, new PackedShelf(head, packedNames, packedTopics))!;
    assert.deepEqual(shelf.dossier.topics[0]?.sections[0]?.facts[0]?.names, ['d/ada']);
    assert.deepEqual(
      next.parcel?.topics.map(({ part }) => part !== undefined),
      [true, false],
    );
  });
});

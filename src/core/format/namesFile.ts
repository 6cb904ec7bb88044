import { NAME_KINDS } from '../model';
import type { Alias, Name, NameKind } from '../model';
import { Fields } from './fields';
import { ID_REMEDY, isId } from './ids';
import { didYouMean, shortened } from './problems';
import type { ProblemCollector, TextFile } from './problems';
import { readYaml } from './yamlFile';
import type { YamlNode } from './yamlNode';
import { say } from '../saying';

export const NAME_KEYS = ['id', 'label', 'kind', 'description', 'aliases', 'labels', 'wikidata'] as const;
export const ALIAS_KEYS = ['text', 'language', 'case', 'requires', 'demonym'] as const;

/** Two to six capitals, with digits and points between them: such a form counts only as it is spelt. */
function isAcronym(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals >= 2 && capitals <= 6 && /^\p{Lu}[\p{Lu}\d.]*$/u.test(text);
}

class NamesReader {
  private readonly taken = new Map<string, number>();

  constructor(
    private readonly file: TextFile,
    private readonly problems: ProblemCollector,
    private readonly dossier: string,
  ) {}

  name(item: YamlNode): Name | undefined {
    if (item.kind !== 'map') {
      this.problems.report(this.file, item, {
        code: 'bad-name',
        message: say`A name must be a map.`,
        remedy: say`Write “- id: …” with label, kind, description and aliases below it.`,
      });
      return undefined;
    }
    const fields = new Fields(this.file, this.problems, item, NAME_KEYS);
    const id = this.id(fields);
    if (id === undefined) return undefined;
    const label = fields.text('label');
    if (label === undefined) {
      fields.missing('label', say`Write “label: …”, as the name is to be shown.`, 'warning');
    }
    const wikidata = this.wikidata(fields);
    return {
      key: `${this.dossier}/${id}`,
      id,
      dossier: this.dossier,
      label: label ?? id,
      kind: this.kind(fields),
      description: fields.text('description') ?? '',
      aliases: this.aliases(fields, label ?? id),
      labels: fields.textMap('labels'),
      ...(wikidata === undefined ? {} : { wikidata }),
    };
  }

  private id(fields: Fields): string | undefined {
    const id = fields.text('id');
    if (id === undefined) {
      fields.missing('id', say`Write “id: …”; facts refer to the name by it.`);
      return undefined;
    }
    if (!isId(id)) {
      fields.report(fields.rangeOf('id'), {
        code: 'bad-id',
        message: say`“${shortened(id)}” is no id.`,
        remedy: ID_REMEDY,
      });
      return undefined;
    }
    const before = this.taken.get(id);
    if (before !== undefined) {
      fields.report(fields.rangeOf('id'), {
        code: 'duplicate-id',
        message: say`The name in line ${before + 1} has the id “${shortened(id)}” already; this one is left out.`,
        remedy: say`Give it an id of its own, or bring the two together.`,
      });
      return undefined;
    }
    this.taken.set(id, this.file.positionAt(fields.rangeOf('id').start).line);
    return id;
  }

  private kind(fields: Fields): NameKind {
    const text = fields.text('kind');
    const kind = NAME_KINDS.find((known) => known === text);
    if (kind) return kind;
    const list = say`Write one of ${NAME_KINDS.join(', ')}.`;
    if (text === undefined) {
      fields.missing('kind', list, 'warning');
    } else {
      fields.report(fields.rangeOf('kind'), {
        code: 'bad-kind',
        message: say`“${shortened(text)}” is no kind of name; “concept” is taken instead.`,
        remedy: didYouMean(text, NAME_KINDS, list),
      });
    }
    return 'concept';
  }

  private wikidata(fields: Fields): string | undefined {
    const item = fields.text('wikidata');
    if (item === undefined || /^Q[1-9]\d{0,11}$/.test(item)) return item;
    fields.report(fields.rangeOf('wikidata'), {
      severity: 'warning',
      code: 'bad-wikidata',
      message: say`“${shortened(item)}” is no Wikidata item.`,
      remedy: say`Write a Q and a number, such as Q423.`,
    });
    return undefined;
  }

  private aliases(fields: Fields, label: string): Alias[] {
    const aliases: Alias[] = [];
    const taken = new Set([`${label}\n`]);
    for (const item of fields.list('aliases') ?? []) {
      const alias = this.alias(item);
      const same = alias && `${alias.text}\n${alias.language ?? ''}`;
      if (!alias || same === undefined || taken.has(same)) continue;
      taken.add(same);
      aliases.push(alias);
    }
    return aliases;
  }

  private alias(item: YamlNode): Alias | undefined {
    if (item.kind === 'scalar' && item.value.trim() !== '') {
      const text = item.value.trim();
      return { text, exactCase: isAcronym(text), requiresFullName: false, demonym: false };
    }
    if (item.kind !== 'map') {
      this.problems.report(this.file, item, {
        code: 'bad-alias',
        message: say`An alias must be a text or a map.`,
        remedy: say`Write “- DPRK” or “- { text: Lang, requires: full-name }”.`,
      });
      return undefined;
    }
    const fields = new Fields(this.file, this.problems, item, ALIAS_KEYS);
    const text = fields.text('text');
    if (text === undefined) {
      fields.missing('text', say`Write “text: …” with the form as it stands in documents.`);
      return undefined;
    }
    const language = fields.language('language');
    return {
      text,
      ...(language === undefined ? {} : { language }),
      exactCase: fields.is('case', 'exact') || (fields.entry('case') === undefined && isAcronym(text)),
      requiresFullName: fields.is('requires', 'full-name'),
      demonym: fields.is('demonym', 'true', ['false']),
    };
  }

  read(): Name[] {
    const node = readYaml(this.file, this.problems);
    if (node === undefined || (node.kind === 'scalar' && node.isNull)) return [];
    if (node.kind !== 'list') {
      this.problems.report(this.file, node, {
        code: 'bad-names',
        message: say`names.yaml must be a list of names.`,
        remedy: say`Begin each name with “- id: …” at the beginning of a line.`,
      });
      return [];
    }
    const names: Name[] = [];
    for (const item of node.items) {
      const name = this.name(item);
      if (name) names.push(name);
    }
    return names;
  }
}

/** Reads `names.yaml`. Names that cannot be read are reported and left out; the others stay. */
export function readNames(file: TextFile, problems: ProblemCollector, dossier: string): Name[] {
  return new NamesReader(file, problems, dossier).read();
}

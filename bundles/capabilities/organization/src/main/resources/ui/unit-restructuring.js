/** Changes of the territory's structure: asked for, previewed, then done. Each gives the code of the unit to show then. */
import { api, compact, format, notify, preview } from '@gridloom/ui';
import { withNames } from './names.js';
import { basisOf, reasonFields } from './reasons.js';
import { renderRestructured } from './restructuring.js';
import { t } from './words.js';

const dateField = () =>
  ({ name: 'date', label: t('common.effectiveDate'), type: 'date', required: true, help: t('restructure.dateHelp') });

const codeField = () => ({
  name: 'code', label: t('restructure.code'), type: 'text', pattern: '\\d+', maxLength: 40, help: t('restructure.codeHelp'),
});

/** @returns {Promise<string | undefined>} code of the unit to show then */
async function restructure(unit, { verb, heading, label, done, fields, value, body, danger, intro, size }) {
  const path = `organization/units/${unit.code}`;
  let ifMatch = unit.etag;
  const answer = await preview({
    heading, label, danger, intro, size,
    fields: typed => [...fields(typed), dateField(), ...reasonFields()],
    value: { date: format.today(), ...value },
    send: async (given, { dryRun, key }) => {
      const sent = { ...body(given), date: given.date, ...basisOf(given) };
      const outcome = (await api.post(`${path}/${verb}`, sent, { query: dryRun ? { dryRun } : {}, ifMatch, key })).body;
      return { ...outcome, units: await withNames(outcome.units, { parent: 'unit' }, { asOf: outcome.date }) };
    },
    show: outcome => ({ date: outcome.date, body: renderRestructured(outcome) }),
    refresh: async () => { ifMatch = (await api.read(path)).etag; },
  });
  if (!answer) return undefined;
  notify(answer.date > format.today() ? t('restructure.later', { date: answer.date }) : done(answer));
  return answer.date <= format.today() && answer.units.length === 1 ? answer.units[0].code : unit.code;
}

export const moveUnit = (unit, words) => restructure(unit, {
  verb: 'move',
  heading: t('restructure.moveOf', { name: unit.name }),
  label: t('unit.move'),
  done: ({ units }) => t('restructure.moved', { name: unit.name, code: units[0].code }),
  fields: () => [
    {
      name: 'parent', label: t('restructure.parent'), type: 'unit', required: true,
      level: words.levels[words.levels.findIndex(level => level.code === unit.level) - 1]?.code,
    },
    codeField(),
  ],
  body: ({ parent, code }) => compact({ parent, code }),
});

export const mergeUnit = (unit, words) => restructure(unit, {
  verb: 'merge',
  heading: t('restructure.mergeOf', { name: unit.name }),
  label: t('unit.merge'),
  done: ({ units }) => t('restructure.merged', { name: units[0].name, code: units[0].code }),
  fields: () => [
    {
      name: 'with', label: t('restructure.with', { level: words.level(unit.level) }), type: 'units', required: true,
      level: unit.level,
    },
    { name: 'name', label: t('restructure.newName'), type: 'text', required: true, maxLength: 100 },
    codeField(),
  ],
  body: ({ with: others, name, code }) => compact({ with: others, name, code }),
});

const MOST_PARTS = 10;
const numbers = count => Array.from({ length: count }, (_, i) => i + 1);
const homeOf = child => `home-${child.code}`;

export async function splitUnit(unit) {
  const { items: below } = await api.get(`organization/units/${unit.code}/children`, { query: { size: 500 } });
  return restructure(unit, {
    verb: 'split',
    size: 'wide',
    heading: t('restructure.splitOf', { name: unit.name }),
    label: t('unit.split'),
    done: ({ units }) => t('restructure.split', { name: unit.name, count: units.length }),
    value: { count: 2, ...Object.fromEntries(below.map(child => [homeOf(child), 1])) },
    fields: ({ count }) => [
      {
        name: 'count', label: t('restructure.count'), type: 'select', required: true,
        options: numbers(MOST_PARTS).slice(1).map(number => ({ value: number, label: String(number) })),
      },
      ...numbers(count ?? 0).map(number => ({
        name: `parts[${number - 1}].name`, label: t('restructure.partName', { number }), type: 'text', required: true,
        maxLength: 100,
      })),
      ...below.map(child => ({
        name: homeOf(child), label: t('restructure.home', { name: child.name, code: child.code }), type: 'radio',
        required: true,
        options: numbers(count ?? 0).map(number => ({ value: number, label: t('restructure.part', { number }) })),
      })),
    ],
    body: value => ({
      parts: numbers(value.count).map(number => ({
        name: value.parts[number - 1].name,
        children: below.filter(child => value[homeOf(child)] === number).map(child => child.code),
      })),
    }),
  });
}

export const closeUnit = unit => restructure(unit, {
  verb: 'close',
  heading: t('restructure.closeOf', { name: unit.name }),
  label: t('unit.close'),
  danger: true,
  intro: t('restructure.closeIntro'),
  done: () => t('restructure.closed', { name: unit.name }),
  fields: () => [{ name: 'withUnitsBelow', label: t('restructure.withUnitsBelow'), type: 'checkbox' }],
  body: ({ withUnitsBelow }) => ({ withUnitsBelow: Boolean(withUnitsBelow) }),
});

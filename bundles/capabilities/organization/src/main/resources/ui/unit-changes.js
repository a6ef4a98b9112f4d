/** Creating a unit and changing what is recorded of one. Each gives the code of the unit to show then. */
import { api, compact, edit, facts, format, html, notify, preview } from '@gridloom/ui';
import { basisOf, documentField, reasonFields } from './reasons.js';
import { t } from './words.js';

const recordFields = () => [
  { name: 'households', label: t('units.households'), type: 'number', min: 0, max: 10_000_000 },
  { name: 'residents', label: t('units.residents'), type: 'number', min: 0, max: 100_000_000 },
  { name: 'extent', label: t('units.extent'), type: 'textarea', maxLength: 500 },
  { name: 'note', label: t('common.note'), type: 'textarea', maxLength: 500 },
];

const nameField = () => ({ name: 'name', label: t('common.name'), type: 'text', required: true, maxLength: 100 });

/** @param {object} parent @param {import('./terms.js').Terms} words */
export async function createUnit(parent, words) {
  const level = words.levelBelow(parent.level);
  const kinds = words.kindChoices(level.code);
  const answer = await preview({
    heading: t('unit.createBelow', { level: level.name, parent: parent.name }),
    label: t('unit.create'),
    value: { validFrom: format.today(), kind: kinds[0]?.value },
    fields: () => [
      nameField(),
      ...(kinds.length
        ? [{ name: 'kind', label: t('units.kind'), type: 'select', required: true, options: kinds }] : []),
      {
        name: 'code', label: t('common.code'), type: 'text', pattern: '\\d+', maxLength: 40,
        help: t('unit.codeHelp', { parent: parent.code, digits: level.digits }),
      },
      { name: 'validFrom', label: t('common.validFrom'), type: 'date', required: true },
      ...recordFields(),
      ...documentField(),
    ],
    send: async (value, { dryRun, key }) => {
      const query = dryRun ? { dryRun } : {};
      return (await api.post('organization/units', { parent: parent.code, ...compact(value) }, { query, key })).body;
    },
    show: unit => ({ date: unit.validFrom, body: renderNew(unit, parent, words) }),
  });
  if (!answer) return undefined;
  notify(t('unit.created', { name: answer.name, code: answer.code }));
  return answer.validFrom > format.today() ? parent.code : answer.code;
}

const renderNew = (unit, parent, words) => facts([
  [t('common.name'), unit.name],
  [t('common.code'), html`<span class="gl-code">${unit.code}</span>`],
  [t('units.level'), words.level(unit.level)],
  [t('units.kind'), unit.kind && words.kind(unit)],
  [t('units.parent'), parent.name],
  ...recordFields().map(({ name, label }) => [label, unit[name]]),
]);

/** @param {object} unit */
export async function changeUnit(unit) {
  const answer = await edit({
    heading: t('unit.changeOf', { name: unit.name }),
    label: t('unit.change'),
    read: () => api.read(`organization/units/${unit.code}`),
    fields: () => [
      nameField(),
      ...recordFields(),
      { name: 'date', label: t('common.changeDate'), type: 'date', required: true, help: t('unit.changeDateHelp') },
      ...reasonFields(),
    ],
    value: ({ name, households, residents, extent, note }) =>
      ({ name, households, residents, extent, note, date: format.today() }),
    write: async (value, { etag, dryRun, changed }) => {
      const change = { date: value.date, ...basisOf(value) };
      for (const name of ['name', 'households', 'residents', 'extent', 'note']) {
        if (changed(name)) change[name] = value[name] ?? '';
      }
      const query = dryRun ? { dryRun } : {};
      return (await api.patch(`organization/units/${unit.code}`, change, { query, ifMatch: etag })).body;
    },
    show: (after, { date }, before) => ({ date, body: renderChanged(before, after) }),
  });
  if (answer) notify(t('common.saved'));
  return answer && unit.code;
}

/** What would be different; that what was before stays in the history is said where the day is chosen. */
function renderChanged(before, after) {
  const none = t('common.none');
  const different = [nameField(), ...recordFields()].filter(({ name }) => before[name] !== after[name]);
  return different.length
    ? html`<ul>${different.map(({ name, label }) => html`
        <li>${t('edit.difference', { field: label, before: before[name] ?? none, now: after[name] ?? none })}</li>`)}</ul>`
    : html`<p>${t('unit.same')}</p>`;
}

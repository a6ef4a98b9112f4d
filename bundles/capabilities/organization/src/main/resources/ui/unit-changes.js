/** Creating a unit and changing what is recorded of one. Each gives the code of the unit to show then. */
import { api, format, notify } from '@gridloom/ui';
import { ask, compact, edit } from './dialogs.js';
import { documentField, reasonOf } from './reasons.js';
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
  const answer = await ask({
    heading: t('unit.createBelow', { level: level.name, parent: parent.name }),
    label: t('unit.create'),
    value: { validFrom: format.today(), kind: kinds[0]?.value },
    fields: [
      nameField(),
      ...(kinds.length
        ? [{ name: 'kind', label: t('units.kind'), type: 'select', required: true, options: kinds }] : []),
      {
        name: 'code', label: t('common.code'), type: 'text', pattern: '\\d+', maxLength: 40,
        help: t('unit.codeHelp', { parent: parent.code, digits: level.digits }),
      },
      { name: 'validFrom', label: t('common.validFrom'), type: 'date', required: true },
      ...recordFields(),
    ],
    submit: async (value, { key }) =>
      (await api.post('organization/units', { parent: parent.code, ...compact(value) }, { key })).body,
  });
  if (!answer) return undefined;
  notify(t('unit.created', { name: answer.name, code: answer.code }));
  return answer.validFrom > format.today() ? parent.code : answer.code;
}

/** @param {object} unit */
export async function changeUnit(unit) {
  const documents = await documentField();
  const answer = await edit({
    heading: t('unit.changeOf', { name: unit.name }),
    label: t('common.save'),
    read: () => api.read(`organization/units/${unit.code}`),
    fields: () => [
      nameField(),
      ...recordFields(),
      { name: 'date', label: t('common.changeDate'), type: 'date', required: true, help: t('unit.changeDateHelp') },
      ...documents,
    ],
    value: ({ name, households, residents, extent, note }) =>
      ({ name, households, residents, extent, note, date: format.today() }),
    write: async (value, { etag, changed }) => {
      const change = { date: value.date, ...reasonOf(value) };
      for (const name of ['name', 'households', 'residents', 'extent', 'note']) {
        if (changed(name)) change[name] = value[name] ?? '';
      }
      return (await api.patch(`organization/units/${unit.code}`, change, { ifMatch: etag })).body;
    },
  });
  if (answer) notify(t('common.saved'));
  return answer && unit.code;
}

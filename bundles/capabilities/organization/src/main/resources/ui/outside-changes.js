/** Registering outside organisations and changing them. */
import { api, ask, compact, edit, format, notify } from '@gridloom/ui';
import { t } from './words.js';

const PATH = 'organization/outside-organizations';
const PARTS = ['name', 'type', 'seat', 'serves', 'note'];

const fields = words => [
  { name: 'name', label: t('common.name'), type: 'text', required: true, maxLength: 100 },
  { name: 'type', label: t('outside.type'), type: 'select', required: true, options: words.typeChoices('outside') },
  { name: 'seat', label: t('outside.seat'), type: 'unit', required: true },
  { name: 'serves', label: t('outside.serves'), type: 'units', help: t('outside.servesHelp') },
  { name: 'note', label: t('common.note'), type: 'text', maxLength: 200 },
];

/** @returns {Promise<object | undefined>} the organisation */
export async function createOutside(words, value = {}) {
  const answer = await ask({
    heading: t('outside.create'),
    label: t('outside.create'),
    value: { validFrom: format.today(), ...value },
    fields: [
      ...fields(words),
      { name: 'code', label: t('common.code'), type: 'text', required: true, maxLength: 40, pattern: '[0-9A-Za-z][0-9A-Za-z._-]*', help: t('common.codeHelp') },
      { name: 'validFrom', label: t('common.validFrom'), type: 'date', required: true },
    ],
    submit: async (draft, { key }) => (await api.post(PATH, compact(draft), { key })).body,
  });
  if (answer) notify(t('outside.created', { name: answer.name }));
  return answer;
}

/** @returns {Promise<boolean>} whether it was changed */
export async function changeOutside(organization, words) {
  const path = `${PATH}/${organization.code}`;
  const answer = await edit({
    heading: t('organization.changeOf', { name: organization.name }),
    label: t('common.save'),
    read: () => api.read(path),
    fields: () => [
      ...fields(words),
      { name: 'on', label: t('common.changeDate'), type: 'date', required: true, help: t('common.changeDateHelp') },
      { name: 'reason', label: t('reason.reason'), type: 'text', maxLength: 200 },
    ],
    value: record => ({ ...Object.fromEntries(PARTS.map(part => [part, record[part]])), on: format.today() }),
    write: (value, { etag, changed }) => {
      const change = compact({ on: value.on, reason: value.reason });
      PARTS.filter(changed).forEach(part => { change[part] = value[part] ?? ''; });
      return api.patch(path, change, { ifMatch: etag });
    },
  });
  if (answer) notify(t('common.saved'));
  return Boolean(answer);
}

/** Registering people and changing what is known of them. */
import { api, ask, compact, edit, notify } from '@gridloom/ui';
import { t } from './words.js';

const PATH = 'organization/people';

export const sexChoices = () => [
  { value: 'female', label: t('person.female') },
  { value: 'male', label: t('person.male') },
];

const fields = () => [
  { name: 'name', label: t('person.name'), type: 'text', required: true, maxLength: 100 },
  { name: 'unit', label: t('person.unit'), type: 'unit', required: true, help: t('person.unitHelp') },
  { name: 'sex', label: t('person.sex'), type: 'select', options: sexChoices() },
  { name: 'birthYear', label: t('person.birthYear'), type: 'number', min: 1900, max: 2100 },
  { name: 'politicalStatus', label: t('person.politicalStatus'), type: 'text', maxLength: 40, help: t('person.phoneHelp') },
  { name: 'phone', label: t('person.phone'), type: 'text', maxLength: 40, help: t('person.phoneHelp') },
  { name: 'idNumber', label: t('person.idNumber'), type: 'text', maxLength: 40, help: t('person.phoneHelp') },
  { name: 'account', label: t('person.account'), type: 'text', maxLength: 40, help: t('person.accountHelp') },
  { name: 'note', label: t('common.note'), type: 'text', maxLength: 200, help: t('person.phoneHelp') },
];

/** @returns {Promise<object | undefined>} the person */
export async function createPerson(value) {
  const answer = await ask({
    heading: t('person.create'),
    label: t('person.create'),
    value,
    fields: [
      ...fields(),
      { name: 'code', label: t('person.code'), type: 'text', maxLength: 40, pattern: '[0-9A-Za-z][0-9A-Za-z._-]*', help: t('person.codeHelp') },
    ],
    submit: async (draft, { key }) => (await api.post(PATH, compact(draft), { key })).body,
  });
  if (answer) notify(t('person.created', { name: answer.name, code: answer.code }));
  return answer;
}

/** @returns {Promise<boolean>} whether something was changed */
export async function changePerson(person) {
  const path = `${PATH}/${person.code}`;
  const answer = await edit({
    heading: t('person.changeOf', { name: person.name }),
    label: t('common.save'),
    read: () => api.read(path),
    fields,
    value: record => Object.fromEntries(fields().map(({ name }) => [name, record[name]])),
    write: (value, { etag }) => api.put(path, { ...compact(value), code: person.code }, { ifMatch: etag }),
  });
  if (answer) notify(t('common.saved'));
  return Boolean(answer);
}

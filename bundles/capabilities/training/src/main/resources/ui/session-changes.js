/** Planning and changing a session. */
import { api, ask, compact, edit, format, notify } from '@gridloom/ui';
import { t } from './words.js';

const PATH = 'training/sessions';
const SHARED = [
  'number', 'title', 'topic', 'format', 'unit', 'heldOn', 'hours', 'place', 'programme', 'studio', 'trainers', 'capacity', 'note',
];

const fields = words => [
  { name: 'number', label: t('session.number'), type: 'text', required: true, maxLength: 40 },
  { name: 'title', label: t('session.title'), type: 'text', required: true, maxLength: 200 },
  { name: 'topic', label: t('session.topic'), type: 'select', required: true, options: words.topics },
  { name: 'format', label: t('session.format'), type: 'select', required: true, options: words.formats },
  { name: 'heldOn', label: t('session.heldOn'), type: 'date', required: true },
  { name: 'hours', label: t('session.hours'), type: 'text', maxLength: 40 },
  { name: 'place', label: t('session.place'), type: 'text', maxLength: 100 },
  { name: 'programme', label: t('session.programme'), type: 'select', options: words.programmes },
  { name: 'studio', label: t('session.studio'), type: 'select', options: words.studios },
  { name: 'trainers', label: t('session.trainers'), type: 'select', multiple: true, options: words.trainers },
  { name: 'capacity', label: t('session.capacity'), type: 'number', min: 0, max: 100000, help: t('session.capacityHelp') },
  { name: 'note', label: t('common.note'), type: 'text', maxLength: 200 },
];

/** With what may be chosen besides the words of the rules. */
async function choices(words) {
  const [programmes, studios, trainers] = await Promise.all(['programmes', 'studios', 'trainers'].map(async noun =>
    (await api.get(`training/${noun}`, { query: { size: 500 } })).items.map(it => ({ value: it.code, label: it.name }))));
  return { ...words, programmes, studios, trainers };
}

/** @returns {Promise<object | undefined>} the session */
export async function planSession(words, value) {
  const all = await choices(words);
  return ask({
    heading: t('session.plan'),
    label: t('session.plan'),
    value: { heldOn: format.today(), ...value },
    fields: [...fields(all), { name: 'unit', label: t('session.unit'), type: 'unit', required: true }],
    submit: async (draft, { key }) => (await api.post(PATH, compact(draft), { key })).body,
  });
}

export async function changeSession({ id }, words) {
  const all = await choices(words);
  const path = `${PATH}/${id}`;
  const saved = await edit({
    heading: t('session.change'),
    label: t('common.save'),
    read: () => api.read(path),
    fields: () => fields(all),
    value: record => ({ ...Object.fromEntries(SHARED.map(name => [name, record[name]])), capacity: record.capacity ?? 0 }),
    write: (value, { etag }) => api.put(path, compact(value), { ifMatch: etag }),
  });
  if (saved) notify(t('common.saved'));
  return saved;
}

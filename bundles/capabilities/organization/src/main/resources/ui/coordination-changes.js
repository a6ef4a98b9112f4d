/** Coordination bodies: setting up, changing, members, goals, tasks. Each says whether something was done. */
import { api, ask, compact, edit, etagOf, format, html, notify, openDialog } from '@gridloom/ui';
import './task.js';
import { t } from './words.js';

const PATH = 'organization/coordination-bodies';
const PARTS = ['name', 'type', 'note'];

const fields = words => [
  { name: 'name', label: t('common.name'), type: 'text', required: true, maxLength: 100 },
  { name: 'type', label: t('body.type'), type: 'select', required: true, options: words.typeChoices('body') },
  { name: 'note', label: t('common.note'), type: 'text', maxLength: 200 },
];

/** @returns {Promise<object | undefined>} the body */
export async function createBody(words, value) {
  const answer = await ask({
    heading: t('body.create'),
    label: t('body.create'),
    value: { validFrom: format.today(), ...value },
    fields: [
      ...fields(words),
      { name: 'unit', label: t('body.unit'), type: 'unit', required: true },
      { name: 'code', label: t('common.code'), type: 'text', required: true, maxLength: 40, pattern: '[0-9A-Za-z][0-9A-Za-z._-]*', help: t('common.codeHelp') },
      { name: 'validFrom', label: t('common.validFrom'), type: 'date', required: true },
    ],
    submit: async (draft, { key }) => (await api.post(PATH, compact(draft), { key })).body,
  });
  if (answer) notify(t('body.created', { name: answer.name }));
  return answer;
}

export async function changeBody(body, words) {
  const path = `${PATH}/${body.code}`;
  return saved(edit({
    heading: t('organization.changeOf', { name: body.name }),
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
  }));
}

export const joinBody = body => saved(ask({
  heading: t('member.joinOf', { name: body.name }),
  label: t('member.join'),
  value: { validFrom: format.today() },
  fields: [
    { name: 'organization', label: t('member.organization'), type: 'organization', family: 'outside', required: true },
    { name: 'validFrom', label: t('member.from'), type: 'date', required: true },
    { name: 'validTo', label: t('member.to'), type: 'date' },
  ],
  submit: (value, { key }) => api.post(`${PATH}/${body.code}/members`, compact(value), { key }),
}));

export const leaveBody = member => saved(ask({
  heading: t('member.leaveOf', { name: member.name }),
  intro: html`<p>${t('member.leaveIntro')}</p>`,
  label: t('member.leave'),
  value: { on: format.today() },
  fields: [
    { name: 'on', label: t('member.leaveOn'), type: 'date', required: true },
    { name: 'reason', label: t('reason.reason'), type: 'text', required: true, maxLength: 200 },
  ],
  submit: (value, { key }) =>
    api.post(`organization/coordination-members/${member.id}/leave`, value, { key, ifMatch: etagOf(member) }),
}));

const goalFields = () => [
  { name: 'year', label: t('goal.year'), type: 'number', required: true, min: 2000, max: 2100 },
  { name: 'text', label: t('goal.text'), type: 'textarea', required: true, maxLength: 500 },
];

export const addGoal = body => saved(ask({
  heading: t('goal.addOf', { name: body.name }),
  label: t('goal.add'),
  value: { year: Number(format.today().slice(0, 4)) },
  fields: goalFields(),
  submit: (value, { key }) => api.post(`${PATH}/${body.code}/goals`, value, { key }),
}));

export const changeGoal = goal => saved(ask({
  heading: t('goal.change'),
  label: t('common.save'),
  value: { year: goal.year, text: goal.text },
  fields: goalFields(),
  submit: value => api.put(`organization/coordination-goals/${goal.id}`, value, { ifMatch: etagOf(goal) }),
}));

/** @param {object[]} goals @param {object[]} members of the body */
const taskFields = (goals, members) => [
  { name: 'title', label: t('task.title'), type: 'text', required: true, maxLength: 200 },
  { name: 'due', label: t('task.due'), type: 'date', required: true },
  {
    name: 'goal', label: t('task.goal'), type: 'select',
    options: goals.map(goal => ({ value: goal.id, label: `${goal.year} ${goal.text}` })),
  },
  {
    name: 'responsible', label: t('task.responsible'), type: 'select', help: t('task.responsibleHelp'),
    options: members.map(member => ({ value: member.organization, label: member.name })),
  },
];

export const addTask = (body, goals, members) => saved(ask({
  heading: t('task.addOf', { name: body.name }),
  label: t('task.add'),
  fields: taskFields(goals, members),
  submit: (value, { key }) => api.post(`${PATH}/${body.code}/tasks`, compact(value), { key }),
}));

export const changeTask = (task, goals, members) => saved(ask({
  heading: t('task.change'),
  label: t('common.save'),
  value: { title: task.title, due: task.due, goal: task.goal, responsible: task.responsible },
  fields: taskFields(goals, members).filter(field => field.name !== 'due' || task.state === 'planned'),
  submit: value => api.put(`organization/coordination-tasks/${task.id}`, compact(value), { ifMatch: etagOf(task) }),
}));

/** A task with what can be done now and what was done; true where something was. */
export async function openTask(task) {
  let moved = false;
  await openDialog({
    heading: task.title,
    size: 'wide',
    body: html`<organization-task .task=${task.id} @gl-done=${event => {
      if (event.target.localName !== 'gl-actions') return;
      moved = true;
      if (event.detail) notify(t('common.saved'));
    }}></organization-task>`,
  }).closed;
  return moved;
}

async function saved(answering) {
  const answer = await answering;
  if (answer) notify(t('common.saved'));
  return Boolean(answer);
}

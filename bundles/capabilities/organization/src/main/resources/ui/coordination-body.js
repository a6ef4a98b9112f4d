/** One coordination body with its people, members, goals and tasks. */
import {
  Element, Task, api, dated, define, facts, format, html, listOf, nothing, openDialog, reloadLists, router, session,
  states, worded,
} from '@gridloom/ui';
import {
  addGoal, addTask, changeBody, changeGoal, changeTask, joinBody, leaveBody, openTask,
} from './coordination-changes.js';
import { asOfNotice, isOtherDay, period } from './dates.js';
import { hrefTo, linkTo } from './links.js';
import { named } from './lists.js';
import { withNames } from './names.js';
import { closeOrganization } from './party-changes.js';
import { appoint } from './post-changes.js';
import './post-list.js';
import { t } from './words.js';

const PATH = 'organization/coordination-bodies';

/** Who may not see procedures chooses among open and all. */
const statesOf = async options => (session.can('states.read') ? (await api.get('states/organization.task', options)).states : []);

define('organization-coordination-body', class extends Element {
  static properties = {
    code: {}, asOf: {}, words: { attribute: false }, revision: { state: true }, state: { state: true },
  };

  body = new Task(this, {
    args: () => [this.code, this.asOf, this.revision],
    task: async ([code, asOf], { signal }) => {
      const query = { asOf };
      const [body, members, goals, taskStates] = await Promise.all([
        api.get(`${PATH}/${code}`, { query, signal }),
        api.get(`${PATH}/${code}/members`, { query, signal }),
        api.get(`${PATH}/${code}/goals`, { signal }),
        statesOf({ signal }),
      ]);
      return { ...(await withNames([body], { unit: 'unit' }, { asOf, signal }))[0], members, goals, taskStates };
    },
  });

  constructor() {
    super();
    this.revision = 0;
    this.state = 'open';
  }

  get mayEdit() {
    return session.can('organization.coordination.edit') && !isOtherDay();
  }

  async act(action, ...given) {
    if (!(await action(...given))) return;
    this.revision++;
    reloadLists(this);
  }

  button(label, action, ...given) {
    return this.mayEdit
      ? html`<button type="button" @click=${() => this.act(action, ...given)}>${label}</button>` : nothing;
  }

  quiet(label, action, ...given) {
    return this.mayEdit
      ? html`<button type="button" class="gl-quiet" @click=${() => this.act(action, ...given)}>${label}</button>` : nothing;
  }

  async appoint(body) {
    const place = { holder: 'body', code: body.code, name: body.name, kind: body.type };
    if (await appoint(this.words, { place })) reloadLists(this);
  }

  /** Adding one by hand, or many from a list. */
  adding(label, sheet, action, ...given) {
    return this.mayEdit
      ? html`${this.button(label, action, ...given)}
        <a class="gl-button" href=${router.href('sheets/import', { tab: sheet })}>${t('import.title')}</a>` : nothing;
  }

  renderRecord(body) {
    return html`<div class="gl-panel">${facts([
      [t('common.code'), html`<span class="gl-code">${body.code}</span>`],
      [t('body.type'), this.words.type(body.type)],
      [t('body.unit'), linkTo('unit', body.names.unit)],
      [t('common.validity'), period(body.validFrom, body.validTo)],
      [t('common.note'), body.note],
    ])}</div>`;
  }

  renderPeople(body) {
    const may = session.can('organization.post.appoint') && !isOtherDay();
    return html`<organization-post-list label=${t('body.people')} without="at unit" .words=${this.words}
      .query=${{ at: body.code, asOf: this.asOf }}
      .actions=${may ? html`<button type="button" @click=${() => this.appoint(body)}>${t('post.appoint')}</button>` : nothing}
    ></organization-post-list>`;
  }

  renderMembers(body) {
    const columns = [
      { key: 'name', label: t('member.organization'), sort: 'name' },
      dated('validFrom', t('member.term'), it => period(it.validFrom, it.validTo), { sort: 'validFrom' }),
      { key: 'id', label: '', render: it => this.quiet(t('member.leave'), leaveBody, it) },
    ];
    return html`<gl-table label=${t('body.members')} export-name=${t('body.members')} .columns=${columns} .items=${body.members}
      .href=${it => hrefTo('outside', it.organization)} .actions=${this.adding(t('member.join'), 'organization.members', joinBody, body)}
      .empty=${html`<gl-empty icon="building" label=${t('member.empty')}></gl-empty>`}></gl-table>`;
  }

  renderGoals(body) {
    const columns = [
      { key: 'year', label: t('goal.year'), sort: 'year' },
      { key: 'text', label: t('goal.text') },
      { key: 'id', label: '', render: it => this.quiet(t('goal.change'), changeGoal, it) },
    ];
    return html`<gl-table label=${t('body.goals')} export-name=${t('body.goals')} .columns=${columns} .items=${body.goals}
      .actions=${this.adding(t('goal.add'), 'organization.goals', addGoal, body)}
      .empty=${html`<gl-empty icon="flag" label=${t('goal.empty')}></gl-empty>`}></gl-table>`;
  }

  showEvidence(task) {
    openDialog({
      heading: t('task.filesOf', { title: task.title }),
      body: html`<gl-attachments type="organization.coordination-task" record=${task.id} label=${t('task.files')}
        ?editable=${this.mayEdit}></gl-attachments>`,
    });
  }

  renderTasks(body) {
    const goal = id => body.goals.find(it => it.id === id)?.text;
    const { goals, members } = body;
    const columns = [
      { key: 'title', label: t('task.title'), sort: 'title' },
      {
        key: 'due', label: t('task.due'), sort: 'due',
        render: it => html`${format.date(it.due)} <gl-lamp state=${it.lamp ?? nothing}></gl-lamp>`,
      },
      worded('state', t('task.state'), it => it.progress.stateName),
      named('responsible', t('task.responsible'), 'outside'),
      worded('goal', t('task.goal'), it => goal(it.goal)),
      dated('doneOn', t('task.doneOn')),
      { key: 'evidence', label: t('task.evidence') },
      {
        key: 'id', label: '', export: false, render: it => [
          html`<button type="button" class="gl-quiet" @click=${() => this.act(openTask, it)}>${t('task.open')}</button>`,
          html`<button type="button" class="gl-quiet" @click=${() => this.showEvidence(it)}>${t('task.files')}</button>`,
          it.progress.closed ? nothing : this.quiet(t('task.change'), changeTask, it, goals, members),
        ],
      },
    ];
    const choose = event => { this.state = event.target.value; };
    const read = listOf(`${PATH}/${body.code}/tasks`, (items, options) => withNames(items, { responsible: 'outside' }, options));
    return html`<gl-table label=${t('body.tasks')} export-name=${t('body.tasks')} .columns=${columns} .load=${read}
      .query=${{ state: this.state }} .actions=${this.adding(t('task.add'), 'organization.tasks', addTask, body, goals, members)}
      .filters=${html`<label>${t('task.state')}<select @change=${choose}>
        <option value="open" ?selected=${this.state === 'open'}>${t('task.notOver')}</option>
        ${body.taskStates.map(it => html`<option value=${it.code} ?selected=${this.state === it.code}>${it.name}</option>`)}
        <option value="" ?selected=${!this.state}>${t('common.all')}</option></select></label>`}
      .empty=${html`<gl-empty icon="task" label=${t('task.empty')}></gl-empty>`}></gl-table>`;
  }

  tabs(body) {
    return [
      { id: 'record', label: t('party.record'), body: () => this.renderRecord(body) },
      ...(session.can('organization.party.read')
        ? [{ id: 'people', label: t('body.people'), body: () => this.renderPeople(body) }] : []),
      { id: 'members', label: t('body.members'), body: () => this.renderMembers(body) },
      { id: 'goals', label: t('body.goals'), body: () => this.renderGoals(body) },
      { id: 'tasks', label: t('body.tasks'), body: () => this.renderTasks(body) },
    ];
  }

  render() {
    return states(this.body, body => html`
      <div class="gl-head">
        <h1>${body.name} <span class="gl-tag">${this.words.type(body.type)}</span></h1>
        <div class="gl-actions">
          ${this.button(t('organization.change'), changeBody, body, this.words)}
          ${this.button(t('organization.close'), closeOrganization, PATH, body)}
        </div>
      </div>
      ${asOfNotice()}
      <gl-tabs label=${body.name} .tabs=${this.tabs(body)}></gl-tabs>`);
  }
});

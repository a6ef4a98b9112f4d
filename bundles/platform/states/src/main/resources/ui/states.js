// The procedures that modules bring; one of them with its states, its steps and where its cases stand.
import { Page, Task, api, define, format, html, nothing, router, states, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);
const nameOf = (machine, code) => machine.states.find(it => it.code === code)?.name ?? code;

define('states-page', class extends Page {
  static properties = { state: { state: true }, overdue: { state: true } };

  #data = new Task(this, {
    args: () => [this.route.rest[0]],
    task: async ([code], { signal }) => (code
      ? { machine: await api.get(`states/${code}`, { signal }) }
      : { machines: await api.get('states', { signal }) }),
  });

  render() {
    return states(this.#data, ({ machines, machine }) => (machine ? this.renderMachine(machine) : this.renderList(machines)));
  }

  renderList(machines) {
    const columns = [
      { key: 'name', label: t('states.name') },
      { key: 'code', label: t('states.code'), render: it => html`<span class="gl-code">${it.code}</span>` },
      { key: 'states', label: t('states.states'), align: 'right', render: it => it.states.length, value: it => it.states.length },
      { key: 'steps', label: t('states.steps'), align: 'right', render: it => it.steps.length, value: it => it.steps.length },
    ];
    return html`<h1>${t('states.title')}</h1>
      <gl-table label=${t('states.title')} export-name=${t('states.title')} .columns=${columns} .items=${machines}
        .href=${it => router.href(`states/${it.code}`)} .empty=${html`<gl-empty icon="task" label=${t('states.empty')}></gl-empty>`}></gl-table>`;
  }

  renderMachine(machine) {
    return html`<nav class="gl-breadcrumb"><a href=${router.href('states')}>${t('states.title')}</a></nav>
      <div class="gl-head"><h1>${machine.name}</h1></div>
      <gl-tabs label=${machine.name} .tabs=${[
        { id: 'cases', label: t('states.cases'), body: () => this.renderCases(machine) },
        { id: 'steps', label: t('states.steps'), body: () => this.renderSteps(machine) },
        { id: 'states', label: t('states.states'), body: () => this.renderStates(machine) },
      ]}></gl-tabs>`;
  }

  renderCases(machine) {
    const columns = [
      { key: 'subject', label: t('states.subject') },
      { key: 'unit', label: t('states.unit'), render: it => html`<gl-unit code=${it.unit}></gl-unit>`, value: it => it.unit },
      { key: 'stateName', label: t('states.state') },
      { key: 'since', label: t('states.since'), render: it => format.dateTime(it.since), value: it => format.dateTime(it.since) },
      {
        key: 'dueAt', label: t('states.due'),
        render: it => (it.dueAt ? html`${format.dateTime(it.dueAt)} <gl-lamp state=${it.lamp ?? nothing}></gl-lamp>` : nothing),
        value: it => (it.dueAt ? format.dateTime(it.dueAt) : ''),
      },
    ];
    const load = ({ page, size, query: { machine: _, ...query }, signal }) => api.get(`states/${machine.code}/cases`, { query: { ...query, page, size }, signal });
    return html`<gl-table label=${t('states.cases')} export-name=${machine.name} sheet="states.cases" .columns=${columns} .load=${load}
      .query=${{ machine: machine.code, unit: router.unit, state: this.state, overdue: this.overdue }}
      .filters=${html`<label>${t('states.state')}<select @change=${event => { this.state = event.target.value; }}>
          <option value="">${t('states.open')}</option>
          ${machine.states.map(it => html`<option value=${it.code} ?selected=${this.state === it.code}>${it.name}</option>`)}</select></label>
        <label class="gl-choice"><input type="checkbox" .checked=${Boolean(this.overdue)}
          @change=${event => { this.overdue = event.target.checked || undefined; }}><span>${t('states.overdue')}</span></label>`}
      .empty=${html`<gl-empty icon="task" label=${t('states.noCases')}></gl-empty>`}></gl-table>`;
  }

  renderSteps(machine) {
    const names = step => step.from.map(code => nameOf(machine, code)).join(t('states.and'));
    const target = step => (step.to ? nameOf(machine, step.to) : t(step.kind === 'DEFER' ? 'states.stays' : 'states.back'));
    const asked = step => [...(step.reasoned ? [t('states.reason')] : []), ...step.evidence.map(it => it.label)].join(t('states.and'));
    const others = step => step.otherThan.map(code => t('states.otherThan', { action: machine.steps.find(it => it.action === code).name }));
    const conditions = step => [...others(step), ...step.conditions].join(t('states.and'));
    const columns = [
      { key: 'name', label: t('states.step') },
      { key: 'kindName', label: t('states.kind') },
      { key: 'from', label: t('states.from'), render: names, value: names },
      { key: 'to', label: t('states.to'), render: target, value: target },
      { key: 'permission', label: t('states.permission'), render: it => html`<span class="gl-code">${it.permission}</span>` },
      { key: 'evidence', label: t('states.evidence'), render: asked, value: asked },
      { key: 'conditions', label: t('states.conditions'), render: conditions, value: conditions },
    ];
    return html`<gl-table label=${t('states.steps')} export-name=${machine.name} .columns=${columns} .items=${machine.steps}></gl-table>`;
  }

  renderStates(machine) {
    const phase = it => t(`phase.${it.phase}`);
    const limit = it => this.renderLimit(it.deadline);
    const columns = [
      { key: 'name', label: t('states.state') },
      { key: 'code', label: t('states.code'), render: it => html`<span class="gl-code">${it.code}</span>` },
      { key: 'phase', label: t('states.phase'), render: phase, value: phase },
      { key: 'deadline', label: t('states.due'), render: limit, value: limit },
    ];
    return html`
      ${machine.ruleSet ? html`<p>${t('states.rules')} <a href=${router.href(`rules/${machine.ruleSet}`)}>${machine.ruleSet}</a></p>` : nothing}
      <gl-table label=${t('states.states')} export-name=${machine.name} .columns=${columns} .items=${machine.states}></gl-table>`;
  }

  renderLimit(deadline) {
    if (!deadline) return '';
    return deadline.from === 'DATE' ? t('states.byDate') : t('states.byRule', { column: deadline.column });
  }
});

// What this node runs and could run: install, update, roll back and uninstall modules, each after a look at what it would do.
import { html, nothing, openDialog, Page, Task, api, define, notify, session, states, texts } from '@gridloom/ui';
import './plan.js';

const t = await texts(import.meta.url);
const KINDS = { active: 'good', started: 'good', starting: 'info', resolved: 'warn', installed: 'warn', stopping: 'warn', 'left-out': 'warn' };

const state = key => it => html`<span class="gl-tag" data-kind=${KINDS[it.state] ?? 'info'}>${t(`modules.state.${key}.${it.state}`)}</span>`;

define('modules-page', class extends Page {
  #modules = new Task(this, { args: () => [], task: (_, { signal }) => api.get('modules', { signal }) });

  #orphans = new Task(this, { args: () => [], task: (_, { signal }) => api.get('orphans', { signal }) });

  #choices = [
    { key: 'feature', label: t('modules.name'), sort: 'feature', render: it => html`${it.title}<div class="gl-muted gl-small"><code>${it.feature}</code></div>` },
    { key: 'version', label: t('modules.running'), render: it => (it.version
      ? html`<span class="gl-tag" data-kind="good">${it.version}</span>` : html`<span class="gl-tag">${t('modules.notInstalled')}</span>`),
    value: it => it.version ?? '' },
    { key: 'versions', label: t('modules.versions'), render: it => it.versions.join(', '), value: it => it.versions.join(', ') },
    { key: 'actions', label: t('modules.actions'), render: it => html`<div class="gl-actions">${it.actions.map(action => html`
      <button type="button" class=${action === 'uninstall' ? 'gl-danger' : nothing} aria-label=${`${t(`modules.action.${action}`)} ${it.title}`}
        @click=${() => this.#look(it, action)}>${t(`modules.action.${action}`)}</button>`)}</div>`, value: () => '' },
  ];

  #bundles = [
    { key: 'name', label: t('modules.name'), sort: 'name', render: it => html`<code>${it.name}</code>` },
    { key: 'version', label: t('modules.version') },
    { key: 'state', label: t('modules.state'), sort: 'state', render: state('bundle') },
    { key: 'problems', label: t('modules.problems'), render: it => it.problems.map(problem => html`<div>${problem}</div>`),
      value: it => it.problems.join('; ') },
  ];

  #features = [
    { key: 'name', label: t('modules.name'), sort: 'name', render: it => html`<code>${it.name}</code>` },
    { key: 'version', label: t('modules.version') },
    { key: 'state', label: t('modules.state'), sort: 'state', render: state('feature') },
    { key: 'wanted', label: t('modules.wanted'), render: it => (it.wanted ? t('modules.yes') : ''), value: it => (it.wanted ? t('modules.yes') : '') },
  ];

  #left = [
    { key: 'module', label: t('modules.name'), sort: 'module', render: it => html`<code>${it.module}</code>` },
    { key: 'tables', label: t('modules.tables'), render: it => it.tables.map(table => html`<div><code>${table.name}</code></div>`),
      value: it => it.tables.map(table => table.name).join(', ') },
    { key: 'rows', label: t('modules.rows'), render: it => it.rows, value: it => it.rows },
    { key: 'export', label: t('modules.export'), render: it => (session.can('platform.orphan.export') ? html`
      <a class="gl-button" href=${`/api/orphans/${encodeURIComponent(it.module)}`} download=${`${it.module}.xlsx`}>
        <gl-icon name="download"></gl-icon>${t('modules.export')}</a>` : nothing), value: () => '' },
  ];

  render() {
    return html`
      <div class="gl-head">
        <h1>${t('modules.title')}</h1>
        <div class="gl-actions">
          ${session.can('platform.module.manage') ? html`<button type="button" @click=${() => this.#send()}>
            <gl-icon name="upload"></gl-icon>${t('modules.send')}</button>` : nothing}
          <button type="button" @click=${() => this.#again()}>
            <gl-icon name="refresh"></gl-icon>${t('modules.refresh')}</button></div>
      </div>
      ${states(this.#modules, modules => this.#shown(modules))}`;
  }

  #again() {
    this.#modules.run();
    this.#orphans.run();
  }

  #shown({ modules, bundles, features, refused, failed, changing }) {
    const ill = bundles.filter(bundle => bundle.problems.length);
    const names = [...failed.map(({ feature }) => feature), ...ill.map(bundle => bundle.name)];
    const choices = session.can('platform.module.manage') ? this.#choices : this.#choices.slice(0, -1);
    return html`
      ${changing ? html`<div class="gl-alert" data-kind="info" role="status">${t('modules.changing')}</div>` : nothing}
      <div class="gl-alert" data-kind=${names.length ? 'bad' : 'good'} role="status">
        ${names.length ? t('modules.ill', { names: names.join(', ') }) : t('modules.well')}</div>
      ${failed.map(({ feature, reason }) => html`
        <div class="gl-alert" data-kind="bad">${t('modules.failed', { feature })} ${reason}</div>`)}
      ${refused.map(({ file, reason }) => html`
        <div class="gl-alert" data-kind="warn">${t('modules.refused', { file })} ${reason}</div>`)}
      <gl-tabs label=${t('modules.title')} .tabs=${[
        { id: 'modules', label: t('modules.choices'), body: () => html`
          <gl-table label=${t('modules.choices')} export-name=${t('modules.choices')} .columns=${choices} .items=${modules}></gl-table>` },
        { id: 'bundles', label: t('modules.bundles'), body: () => html`
          <gl-table label=${t('modules.bundles')} export-name=${t('modules.bundles')} .columns=${this.#bundles}
            .items=${[...ill, ...bundles.filter(bundle => !ill.includes(bundle))]}></gl-table>` },
        { id: 'features', label: t('modules.features'), body: () => html`
          <gl-table label=${t('modules.features')} export-name=${t('modules.features')} .columns=${this.#features}
            .items=${[...features].sort((a, b) => b.wanted - a.wanted)}></gl-table>` },
        { id: 'orphans', label: t('modules.orphans'), body: () => states(this.#orphans, orphans => html`
          <p class="gl-muted">${t('modules.orphansHelp')}</p>
          <gl-table label=${t('modules.orphans')} export-name=${t('modules.orphans')} .columns=${this.#left}
            .items=${orphans.map(it => ({ ...it, rows: it.tables.reduce((sum, table) => sum + table.rows, 0) }))}></gl-table>`) },
      ]}></gl-tabs>`;
  }

  async #look(module, action) {
    const done = await openDialog({
      heading: t('modules.planOf', { action: t(`modules.action.${action}`), title: module.title }),
      size: 'wide',
      body: close => html`<modules-plan .module=${module} .action=${action} .cancel=${() => close()}
        @gl-done=${event => close(event.detail)}></modules-plan>`,
    }).closed;
    if (done) {
      notify(t('modules.done', { action: t(`modules.action.${action}`), title: module.title }));
      this.#again();
    }
  }

  async #send() {
    const sent = await openDialog({
      heading: t('modules.send'),
      body: close => html`<modules-file .cancel=${() => close()} @gl-done=${event => close(event.detail)}></modules-file>`,
    }).closed;
    if (sent) {
      notify(t('modules.sent', sent));
      this.#again();
    }
  }
});

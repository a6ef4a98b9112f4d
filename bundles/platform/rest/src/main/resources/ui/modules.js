// What this node runs, and what keeps it from running.
import { html, Page, Task, api, define, states, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);
const KINDS = { active: 'good', started: 'good', starting: 'info', resolved: 'warn', installed: 'warn', stopping: 'warn', 'left-out': 'warn' };

const state = key => it => html`<span class="gl-tag" data-kind=${KINDS[it.state] ?? 'info'}>${t(`modules.state.${key}.${it.state}`)}</span>`;

define('rest-modules', class extends Page {
  #modules = new Task(this, { args: () => [], task: (_, { signal }) => api.get('modules', { signal }) });

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

  render() {
    return html`
      <div class="gl-head">
        <h1>${t('modules.title')}</h1>
        <div class="gl-actions"><button type="button" @click=${() => this.#modules.run()}>
          <gl-icon name="refresh"></gl-icon>${t('modules.refresh')}</button></div>
      </div>
      ${states(this.#modules, modules => this.#shown(modules))}`;
  }

  #shown({ bundles, features }) {
    const ill = bundles.filter(bundle => bundle.problems.length);
    return html`
      <div class="gl-alert" data-kind=${ill.length ? 'bad' : 'good'} role="status">
        ${ill.length ? t('modules.ill', { names: ill.map(bundle => bundle.name).join(', ') }) : t('modules.well')}</div>
      <gl-tabs label=${t('modules.title')} .tabs=${[
        { id: 'bundles', label: t('modules.bundles'), body: () => html`
          <gl-table label=${t('modules.bundles')} export-name=${t('modules.bundles')} .columns=${this.#bundles}
            .items=${[...ill, ...bundles.filter(bundle => !ill.includes(bundle))]}></gl-table>` },
        { id: 'features', label: t('modules.features'), body: () => html`
          <gl-table label=${t('modules.features')} export-name=${t('modules.features')} .columns=${this.#features}
            .items=${[...features].sort((a, b) => b.wanted - a.wanted)}></gl-table>` },
      ]}></gl-tabs>`;
  }
});

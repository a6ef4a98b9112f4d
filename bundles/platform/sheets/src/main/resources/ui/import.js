/** Bringing in any list that a module declares. */
import { Page, Task, api, define, html, states, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);

define('sheets-import', class extends Page {
  lists = new Task(this, { args: () => [], task: (_, { signal }) => api.get('sheets', { signal }) });

  render() {
    return html`
      <h1>${t('import.title')}</h1>
      <p>${t('import.intro')}</p>
      ${states(this.lists, lists => {
        const allowed = lists.filter(({ importable }) => importable);
        return allowed.length
          ? html`<gl-tabs label=${t('import.title')} .tabs=${allowed.map(({ name, title }) => ({
              id: name, label: title, body: () => html`<gl-import heading=${title} sheet=${name}></gl-import>`,
            }))}></gl-tabs>`
          : html`<gl-empty icon="lock" label=${t('import.forbidden')}></gl-empty>`;
      })}`;
  }
});

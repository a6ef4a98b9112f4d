/** Programmes of training, and the certificates that are due. */
import { api, define, html, nothing, notify, session } from '@gridloom/ui';
import { CataloguePage } from './catalogue.js';
import { t } from './words.js';

define('training-programmes', class extends CataloguePage {
  noun = 'programmes';

  title = t('programmes.title');

  ownFields() {
    return [
      { name: 'description', label: t('programme.description'), type: 'textarea', maxLength: 500 },
      { name: 'requiredSessions', label: t('programme.requiredSessions'), type: 'number', required: true, min: 1, max: 1000 },
      { name: 'passScore', label: t('programme.passScore'), type: 'number', min: 0, max: 100 },
      { name: 'certificateMonths', label: t('programme.certificateMonths'), type: 'number', min: 1, max: 600 },
    ];
  }

  defaults() {
    return { requiredSessions: 1 };
  }

  columns() {
    return [
      { key: 'requiredSessions', label: t('programme.requiredSessions'), align: 'right' },
      { key: 'passScore', label: t('programme.passScore'), align: 'right' },
      { key: 'certificateMonths', label: t('programme.certificateMonths'), align: 'right' },
    ];
  }

  actionsOf(it) {
    return session.can('training.certificate.issue')
      ? html`<button type="button" class="gl-quiet" @click=${() => issue(it)}>${t('programme.issue')}</button>` : nothing;
  }
});

async function issue({ code }) {
  try {
    const { body } = await api.post(`training/programmes/${code}/certificates`);
    notify(t('programme.issued', { count: body.length }));
  } catch (problem) {
    notify(problem.detail ?? problem.title, { kind: 'bad' });
  }
}

/** Certificates of programmes. */
import {
  Page, api, ask, chosen, dated, define, etagOf, filters, html, listOf, nothing, notify, reloadLists, router, session, worded,
} from '@gridloom/ui';
import { t } from './words.js';

define('training-certificates', class extends Page {
  async revoke(certificate) {
    const done = await ask({
      heading: t('certificate.revoke'),
      label: t('certificate.revoke'),
      fields: [{ name: 'reason', label: t('common.reason'), type: 'text', required: true, maxLength: 200 }],
      submit: (value, { key }) => api.post(`training/certificates/${certificate.id}/revoke`, value, { key, ifMatch: etagOf(certificate) }),
    });
    if (!done) return;
    notify(t('common.saved'));
    reloadLists(this);
  }

  render() {
    const columns = [
      { key: 'number', label: t('certificate.number'), sort: 'number' },
      worded('person', t('place.person'), it => it.personName),
      { key: 'unit', label: t('place.unit'), render: it => html`<gl-unit code=${it.unit}></gl-unit>`, value: it => it.unit },
      { key: 'programme', label: t('session.programme') },
      dated('issuedOn', t('certificate.issuedOn'), undefined, { sort: 'issuedOn' }),
      dated('validTo', t('certificate.validTo'), undefined, { sort: 'validTo' }),
      dated('revokedOn', t('certificate.revokedOn')),
      {
        key: 'id', label: '', export: false, render: it => (!it.revokedOn && session.can('training.certificate.issue')
          ? html`<button type="button" class="gl-quiet" @click=${() => this.revoke(it)}>${t('certificate.revoke')}</button>` : nothing),
      },
    ];
    return html`
      <h1>${t('certificates.title')}</h1>
      <gl-table label=${t('certificates.title')} export-name=${t('certificates.title')} sheet="training.certificates" .columns=${columns}
        .load=${listOf('training/certificates')} .query=${{ unit: router.unit, ...chosen('programme', 'person', 'validOn', 'before') }}
        .filters=${filters([
          { name: 'validOn', label: t('certificate.validOn'), type: 'date' },
          { name: 'before', label: t('certificate.before'), type: 'date' },
        ])}
        .empty=${html`<gl-empty icon="document" label=${t('certificates.empty')}
          .action=${html`<a class="gl-button" href=${router.href('training/programmes')}>${t('programmes.title')}</a>`}></gl-empty>`}></gl-table>`;
  }
});

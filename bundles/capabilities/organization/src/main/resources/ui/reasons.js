/** On what a change rests: a document of the register, and a reason in words. The audit trail keeps both. */
import { api, format, session } from '@gridloom/ui';
import { t } from './words.js';

const AT_MOST = 500;

/** Fields for both; documents that are in force today are offered. */
export async function documentField() {
  const options = session.can('organization.document.read') ? await documentsInForce() : [];
  return [
    ...(options.length
      ? [{ name: 'document', label: t('reason.document'), type: 'select', options, help: t('reason.documentHelp') }] : []),
    { name: 'reason', label: t('reason.reason'), type: 'text', maxLength: 200 },
  ];
}

async function documentsInForce() {
  const query = { inForceOn: format.today(), size: AT_MOST };
  const { items } = await api.get('organization/documents', { query });
  return items.map(({ number, title }) => ({ value: number, label: `${number} ${title}` }));
}

/** The reason that a form's value gives, as a request takes it. */
export function reasonOf({ document, reason }) {
  const given = [document, reason].filter(Boolean).join(' ');
  return given ? { reason: given } : {};
}

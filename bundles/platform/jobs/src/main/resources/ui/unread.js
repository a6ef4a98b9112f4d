// How many notices are unread: known once for the bell and the page.
import { api } from '@gridloom/ui';

class Unread extends EventTarget {
  count = 0;

  async load() {
    try {
      ({ unread: this.count } = await api.get('notices/unread', { anonymous: true }));
    } catch {
      return; // The next request of the reader's own says what is wrong.
    }
    this.dispatchEvent(new Event('change'));
  }
}

export const unread = new Unread();

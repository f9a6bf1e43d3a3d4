// In a frame where the browser keeps no cookie, the platform keeps the proof of a login: LTI platform storage.
const PATIENCE_MS = 3000;

interface Reply {
  subject?: unknown;
  message_id?: unknown;
  value?: unknown;
}

const element = document.getElementById('lti-storage');
if (element !== null) {
  void run(element);
}

async function run(place: HTMLElement): Promise<void> {
  const { act, state = '', proof = '' } = place.dataset;
  const kept = await exchange(place, act === 'put' ? { subject: 'lti.put_data', key: state, value: proof } : { subject: 'lti.get_data', key: state });
  if (place instanceof HTMLFormElement) {
    const field = place.elements.namedItem('proof');
    if (field instanceof HTMLInputElement) field.value = kept;
    place.submit();
  } else if (place instanceof HTMLAnchorElement) {
    location.assign(place.href);
  }
}

/** Asks the platform's own page, hears nobody else, and goes on without an answer after a while. */
function exchange(place: HTMLElement, message: { subject: string; key: string; value?: string }): Promise<string> {
  const { origin = '', frame = '' } = place.dataset;
  const id = crypto.randomUUID();
  const outer = window.opener ?? window.parent;
  const keeper: Window = frame === '' || frame === '_parent' ? outer : (outer.frames[frame as unknown as number] ?? outer);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(''), PATIENCE_MS);
    window.addEventListener('message', (event) => {
      const reply = event.data as Reply | null;
      if (event.origin === origin && reply?.subject === `${message.subject}.response` && reply.message_id === id) {
        clearTimeout(timer);
        resolve(typeof reply.value === 'string' ? reply.value : '');
      }
    });
    keeper.postMessage({ ...message, message_id: id }, origin);
  });
}

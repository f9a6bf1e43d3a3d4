// Copying values, and forms and windows that go back to Moodle by themselves. Without this script there are buttons.
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(button.dataset.copy ?? '').then(() => button.classList.add('kb-copied'));
  });
}

document.querySelector<HTMLFormElement>('form[data-send-at-once]')?.submit();

const backToMoodle = document.querySelector<HTMLButtonElement>('button[data-close-registration]');
if (backToMoodle) {
  backToMoodle.closest('p')?.removeAttribute('hidden');
  backToMoodle.addEventListener('click', () => {
    const platform = (window.opener as Window | null) ?? window.parent;
    platform.postMessage({ subject: 'org.imsglobal.lti.close' }, backToMoodle.dataset.closeRegistration ?? '');
  });
}

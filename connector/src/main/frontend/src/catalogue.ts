// A course dragged onto a theme gets that theme, in the same way as by its checkbox and button.
function attach(course: string, theme: string): void {
  const form = document.querySelector<HTMLFormElement>(`#kursus-${course} form`);
  const box = form?.querySelector<HTMLInputElement>(`input[value="${theme}"]`);
  if (form && box) {
    box.checked = true;
    form.submit();
  }
}

for (const course of document.querySelectorAll<HTMLElement>('[data-course]')) {
  course.draggable = true;
  course.addEventListener('dragstart', (event) => event.dataTransfer?.setData('text/plain', course.dataset.course ?? ''));
}

for (const theme of document.querySelectorAll<HTMLElement>('.kb-themes [data-theme]')) {
  const code = theme.dataset.theme ?? '';
  if (!/^[A-Z0-9_]+$/.test(code)) continue;
  theme.addEventListener('dragover', (event) => {
    event.preventDefault();
    theme.classList.add('kb-drop');
  });
  theme.addEventListener('dragleave', () => theme.classList.remove('kb-drop'));
  theme.addEventListener('drop', (event) => {
    event.preventDefault();
    attach(event.dataTransfer?.getData('text/plain') ?? '', code);
  });
}

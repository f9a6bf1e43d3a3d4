// Choosing people without reloading, and how many are chosen. Without it the links reload the page with the choice made.
const form = document.querySelector<HTMLFormElement>('[data-choose-people]');

if (form) {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name=person]')];
  const sum = form.querySelector<HTMLElement>('[data-sum]');

  const count = (): void => {
    if (sum) {
      sum.hidden = false;
      sum.textContent = (sum.dataset['sum'] ?? '').replace('{0}', String(boxes.filter((box) => box.checked).length));
    }
  };

  for (const link of form.querySelectorAll<HTMLAnchorElement>('[data-choose]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      const group = link.dataset['choose'];
      for (const box of boxes) {
        box.checked = box.dataset['leave'] !== 'true' && (group === 'alle' || group === box.dataset['group']);
      }
      count();
    });
  }

  form.addEventListener('change', count);
  count();
}

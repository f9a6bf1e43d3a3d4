// Turns the reflection cards without leaving the page, so that what is being written stays.
function turnable(deck: HTMLElement): void {
  const cards = [...deck.querySelectorAll<HTMLElement>('[data-card]')];
  const topic = deck.querySelector('[data-deck-topic]');
  const text = deck.querySelector('[data-deck-text]');
  let top = cards.findIndex((card) => card.dataset.card === deck.dataset.deck);
  for (const link of deck.querySelectorAll<HTMLElement>('[data-deck-turn]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      top = (top + Number(link.dataset.deckTurn) + cards.length) % cards.length;
      const [cardTopic, cardText] = cards[top].children;
      topic!.textContent = cardTopic.textContent;
      text!.textContent = cardText.textContent;
    });
  }
}

document.querySelectorAll<HTMLElement>('[data-deck]').forEach(turnable);

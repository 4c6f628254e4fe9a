// A picture that cannot be had leaves the first letter of the name in its place.

export function letters(root) {
  for (const picture of root.querySelectorAll('img.avatar')) {
    const missing = () => picture.replaceWith(letter(picture.dataset.letter));
    if (picture.complete && !picture.naturalWidth) missing();
    else picture.addEventListener('error', missing);
  }
}

function letter(text) {
  const face = document.createElement('span');
  face.className = 'avatar';
  face.setAttribute('aria-hidden', 'true');
  face.textContent = text;
  return face;
}

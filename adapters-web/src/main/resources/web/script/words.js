// What the page says, in the language that the server wrote it in: the same file that the server reads.

const language = document.documentElement.lang;
const lines = await fetch(`/assets/words/${language}.json`).then(answer => answer.json());

export { language };

/** The locale for dates: days and months as people here write them. */
export const locale = language === 'en' ? 'en-GB' : language;

/** null where there are no such words. */
export function find(key, ...parts) {
  const line = lines[key];
  return line === undefined ? null : parts.reduce((text, part, place) => text.replaceAll(`{${place}}`, part), line);
}

export function say(key, ...parts) {
  return find(key, ...parts) ?? key;
}

/** The words for that many, which are {0}. */
export function count(key, number, ...parts) {
  return say(`${key}.${number === 1 ? 'one' : 'other'}`, number, ...parts);
}

/** A sentence of a provider; as it is where nobody has translated it. */
export function said(sentence) {
  return find(`said: ${sentence}`) ?? sentence;
}

// Times in the zone of whoever reads. The server writes them in UTC, as `<time data-as="clock|day|moment">`.

import { locale } from './words.js';

const DAY = 86_400_000;

function clockTime(date) {
  return date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
}

export function day(date) {
  return date.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric' });
}

function daysUntil(date) {
  const midnight = when => new Date(when.getFullYear(), when.getMonth(), when.getDate());
  return Math.round((midnight(date) - midnight(new Date())) / DAY);
}

const FORMS = {
  clock: clockTime,
  day,
  moment: date => daysUntil(date) === 0 ? clockTime(date) : `${day(date)}, ${clockTime(date)}`,
};

/** "14:05", or with the day when that is not today. */
export function moment(text) {
  const time = document.createElement('time');
  time.dateTime = text;
  time.dataset.as = 'moment';
  time.textContent = FORMS.moment(new Date(text));
  return time;
}

export function localTimes(root) {
  for (const time of root.querySelectorAll('time[data-as]')) {
    const form = FORMS[time.dataset.as];
    if (form) time.textContent = form(new Date(time.dateTime));
  }
}

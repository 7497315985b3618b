"use strict";
// Hides the questions that the filters leave out; without it all are shown.
const questions = [...document.querySelectorAll(".question")];
const filters = document.querySelector(".filters");
const shown = document.querySelector("#shown");

function filter() {
  const wanted = Object.fromEntries(new FormData(filters));
  const words = wanted.text.toLowerCase().split(/\s+/).filter(Boolean);
  for (const question of questions) {
    const { text, category, outcome, expect } = question.dataset;
    const matches = (value, choice) => !choice || value === choice;
    question.hidden = !(
      words.every((word) => text.includes(word)) &&
      matches(category, wanted.category) &&
      matches(outcome, wanted.outcome) &&
      matches(expect, wanted.expect)
    );
  }
  shown.textContent = questions.filter((question) => !question.hidden).length;
}

filters.addEventListener("input", filter);
filters.addEventListener("submit", (event) => event.preventDefault());
filter();

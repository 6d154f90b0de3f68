/** Long work as generators that rest in between: whoever runs them decides what happens meanwhile, and whether to go on. */

/** Goes on to the end without a rest. */
export function finished<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

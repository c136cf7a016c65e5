import { stripVTControlCharacters } from 'node:util';
import type {
  FullResult,
  Reporter,
  TestCase,
  TestError,
  TestResult,
  TestStep,
} from '@playwright/test/reporter';

/** Says each step of the tour as it ends, for a person to read. */
export default class TourReporter implements Reporter {
  printsToStdio(): boolean {
    return true;
  }

  onStepEnd(_test: TestCase, _result: TestResult, step: TestStep): void {
    if (step.category !== 'test.step' || step.parent !== undefined) return;
    const seconds = (step.duration / 1000).toFixed(1);
    console.log(`${step.error === undefined ? '✓' : '✗'} ${step.title} (${seconds} s)`);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === test.expectedStatus) return;
    for (const error of result.errors) say(error);
  }

  onError(error: TestError): void {
    say(error);
  }

  onEnd(result: FullResult): void {
    console.log(result.status === 'passed' ? 'The tour is complete.' : 'The tour failed.');
  }
}

function say(error: TestError): void {
  console.log(stripVTControlCharacters(error.message ?? error.value ?? 'An unknown error.'));
  if (error.snippet !== undefined) console.log(stripVTControlCharacters(error.snippet));
}

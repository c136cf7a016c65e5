import { stripVTControlCharacters } from 'node:util';
import type {
  Reporter,
  TestCase,
  TestError,
  TestResult,
  TestStep,
} from '@playwright/test/reporter';

/** Says each step of a benchmark as it ends, and passes on what it prints. */
export default class BenchReporter implements Reporter {
  printsToStdio(): boolean {
    return true;
  }

  onStepEnd(_test: TestCase, _result: TestResult, step: TestStep): void {
    if (step.category !== 'test.step' || step.parent !== undefined) return;
    const seconds = (step.duration / 1000).toFixed(1);
    console.log(`${step.error === undefined ? '✓' : '✗'} ${step.title} (${seconds} s)`);
  }

  onStdOut(chunk: string | Buffer): void {
    process.stdout.write(chunk);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === test.expectedStatus) return;
    for (const error of result.errors) say(error);
  }

  onError(error: TestError): void {
    say(error);
  }
}

function say(error: TestError): void {
  console.log(stripVTControlCharacters(error.stack ?? error.message ?? error.value ?? ''));
}

/** From the start of a process to the first useful answer: which authenticators are there. Each class is a process. */
package io.github.pscsdk.benchmark.start;

/** Reading and writing opening hours, the grammar and its seeded fuzz. One thread. */
package io.github.pscsdk.example.declaration.hours;

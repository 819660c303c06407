/** JSON that this command reads and writes. The only user of Jackson here; for one thread at a time. */
package io.github.pscsdk.example.lab.json;

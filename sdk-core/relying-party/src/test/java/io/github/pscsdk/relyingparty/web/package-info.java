/** Tests what web applications need around the relying party. */
package io.github.pscsdk.relyingparty.web;

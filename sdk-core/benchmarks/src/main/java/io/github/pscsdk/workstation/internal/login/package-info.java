/** What can only be measured from within the package of the same name: nobody outside it may look an authenticator up. */
package io.github.pscsdk.workstation.internal.login;

<<<<<<< HEAD
/** Tests of what logins share. */
=======
/** Tests of one login: who may log in, by which means and by which grant. */
>>>>>>> pit
package io.github.pscsdk.workstation.internal.login;

/// The program's version (semver.org).
package let awaitwiseVersion = "0.1.0"

class { void ( { x. if ( y [ } } ) class C<T where { int ; int M( => ; void N() { case 1: catch { } else x; for (int i; foreach (x y) switch a { } int[3] b; f(, ,1 2; new ; a is ; from x ; x => ; $"{a:b {c" ; "un
@"open
<<<<<<< a
x
||||||| b
=======
y
>>>>>>> c
/* open

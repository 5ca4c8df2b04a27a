// summary: The engine finds its messages by their names
using System;
using System.Threading.Tasks;
using UnityEngine;

namespace UnityEngine
{
    public class Object { }
    public class Component : Object { }
    public class Behaviour : Component { }
    public class MonoBehaviour : Behaviour { }
    public class Collider { }
}

public class Door : MonoBehaviour
{
    private async void Start() => await Task.Yield(); // ok: a message of the engine
    private async void OnTriggerEnter(Collider other) => await Task.Yield(); // ok: a message of the engine
    public async void Open() => await Task.Yield();
    //                ^^^^ AW303
}

public class NoBehaviour
{
    private async void Start() => await Task.Yield();
    //                 ^^^^^ AW303
}
